package org.anchang.deal.deposit.orderform;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceRulesTest {
    private static final BigDecimal LIMIT = new BigDecimal("3");

    @Test
    @DisplayName("INV-12 a price lies below the list by the limit at most, to the cent")
    void withinTheLimit() {
        price("970000.00", null, null).mustKeep(LIMIT);

        var beyond = assertRefused(DealRefusal.DISCOUNT_BEYOND_LIMIT, () -> price("969999.99", null, null)
                .mustKeep(LIMIT));
        assertThat(beyond.facts()).containsEntry("lowest", Money.of("970000.00"));
    }

    @Test
    @DisplayName("INV-12 a price at the floor is not below it, a cent less is")
    void aboveTheFloor() {
        assertThat(price("980000.00", "980000.00", null).isBelowFloor()).isFalse();
        assertThat(price("979999.99", "980000.00", null).isBelowFloor()).isTrue();
        assertThat(price("1.00", null, null).isBelowFloor()).isFalse();
    }

    @Test
    @DisplayName("INV-12 what was granted before needs no second permission; a cent less does")
    void granted() {
        assertThat(price("900000.00", "980000.00", "900000.00").isGranted()).isTrue();
        assertThat(price("899999.99", null, "900000.00").isGranted()).isFalse();
        assertThat(price("1000000.00", null, null).isGranted()).isFalse();
    }

    private static Price price(String agreed, @Nullable String floor, @Nullable String granted) {
        return new Price(
                "songfeng", UUID.randomUUID(), Money.of("1000000.00"), money(floor), money(granted), Money.of(agreed));
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Money.of(amount);
    }
}
