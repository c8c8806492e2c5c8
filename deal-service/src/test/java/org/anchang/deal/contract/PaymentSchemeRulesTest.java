package org.anchang.deal.contract;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.contract.PaymentScheme.Instalment;
import org.anchang.deal.contract.PaymentScheme.Instalments;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentSchemeRulesTest {
    private static final LocalDate SIGNING = LocalDate.of(2026, 9, 28);

    @Test
    @DisplayName("CON-3 instalments add up to the price to the cent, and none is due before the contract is signed")
    void instalments() {
        assertThat(of(SIGNING, "0.01").agreed(Money.of("1000000.00"), 30, SIGNING))
                .hasSize(2);
        assertRefused(DealRefusal.SCHEDULE_DOES_NOT_ADD_UP, () -> of(SIGNING, "0.02")
                .agreed(Money.of("1000000.00"), 30, SIGNING));
        assertRefused(DealRefusal.DATE_IS_PAST, () -> of(SIGNING.minusDays(1), "0.01")
                .agreed(Money.of("1000000.00"), 30, SIGNING));
    }

    private static PaymentScheme of(LocalDate first, String rest) {
        return new Instalments(List.of(
                new Instalment("first", first, Money.of("999999.99")),
                new Instalment("rest", SIGNING.plusDays(90), Money.of(rest))));
    }
}
