package org.anchang.deal;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DepositCapRulesTest {
    private static final Money PRICE = Money.of("1000000.00");

    @Test
    @DisplayName(
            "DEP-4 what is to be taken or promised, and what was taken, stay within the cap of the price, to the cent")
    void covers() {
        cap("5000.00").mustCover(Money.of("200000.00"));

        var above = assertRefused(
                DealRefusal.DEPOSIT_ABOVE_CAP, () -> cap("5000.00").mustCover(Money.of("200000.01")));
        assertThat(above.facts())
                .containsEntry("cap", Money.of("200000.00"))
                .containsEntry("taken", Money.of("5000.00"));
        assertRefused(DealRefusal.DEPOSIT_ABOVE_CAP, () -> cap("200000.01").mustCover(Money.ZERO));
    }

    @Test
    @DisplayName("DEP-2 DEP-4 a full deposit is as much as the project wants, or as the cap leaves room for")
    void fullWithinTheCap() {
        assertThat(cap("0.00").orLess(Money.of("50000.00"))).isEqualTo(Money.of("50000.00"));
        assertThat(cap("0.00").orLess(Money.of("200000.01"))).isEqualTo(Money.of("200000.00"));
    }

    private static DepositCap cap(String taken) {
        return new DepositCap(PRICE, new BigDecimal("20"), Money.of(taken));
    }
}
