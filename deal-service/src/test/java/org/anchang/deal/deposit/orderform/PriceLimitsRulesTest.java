package org.anchang.deal.deposit.orderform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceLimitsRulesTest {
    private static final PriceLimits LIMITS = new PriceLimits(new BigDecimal("3"), 2);

    @Test
    @DisplayName(
            "INV-12 a price lies below the list by the limit at most, to the cent; that is said before the floor is")
    void withinTheLimit() {
        var beyond = price("969999.99", "990000.00", null);

        assertThat(against(price("970000.00", null, null), 0)).isEmpty();
        assertThat(against(beyond, 9)).contains(DealRefusal.DISCOUNT_BEYOND_LIMIT);
        assertThat(LIMITS.beyond(beyond).orElseThrow().facts()).containsEntry("lowest", Money.of("970000.00"));
    }

    @Test
    @DisplayName("INV-12 a price at the floor is not below it, a cent less is, and passes the general manager alone")
    void aboveTheFloor() {
        var below = price("979999.99", "980000.00", null);

        assertThat(against(price("980000.00", "980000.00", null), 0)).isEmpty();
        assertThat(against(below, 1)).contains(DealRefusal.BELOW_FLOOR_PRICE);
        assertThat(below.mayBeGranted(false)).isFalse();
        assertThat(below.mayBeGranted(true)).isTrue();
        assertThat(price("1.00", null, null).mayBeGranted(false)).isTrue();
    }

    @Test
    @DisplayName(
            "INV-12 once the tries below the floor are used up, nothing below the list passes, and the list still does")
    void tries() {
        assertThat(against(price("999999.99", "970000.00", null), 2)).contains(DealRefusal.FLOOR_TRIES_USED_UP);
        assertThat(against(price("999999.99", "970000.00", null), 1)).isEmpty();
        assertThat(against(price("1000000.00", "970000.00", null), 2)).isEmpty();
    }

    @Test
    @DisplayName("INV-12 what was granted before needs no second permission; a cent less does")
    void granted() {
        assertThat(against(price("900000.00", "980000.00", "900000.00"), 9)).isEmpty();
        assertThat(against(price("899999.99", null, "900000.00"), 0)).contains(DealRefusal.DISCOUNT_BEYOND_LIMIT);
        assertThat(against(price("1000000.00", null, null), 0)).isEmpty();
    }

    private static Optional<Refusal> against(Price price, int tried) {
        return LIMITS.against(price, tried).map(Refused::refusal);
    }

    private static Price price(String agreed, @Nullable String floor, @Nullable String granted) {
        return new Price(
                "songfeng", UUID.randomUUID(), Money.of("1000000.00"), money(floor), money(granted), Money.of(agreed));
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Money.of(amount);
    }
}
