package org.anchang.rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @DisplayName("A constant curve sends at the same rate from the first second to the last")
    void constant() {
        var arrivals = Arrivals.of(Curve.CONSTANT, 600, MINUTE);

        assertThat(arrivals.count()).isEqualTo(600);
        assertThat(arrivals.busiestSecond()).isBetween(10, 11);
        assertThat(arrivals.at()).isSorted();
        assertThat(arrivals.at()[599]).isLessThan(MINUTE.toNanos());
    }

    @Test
    @DisplayName("An opening is busiest in its first second, and most have come after a third of the time")
    void opening() {
        var arrivals = Arrivals.of(Curve.OPENING, 600, MINUTE);
        var firstSecond =
                Arrays.stream(arrivals.at()).filter(at -> at < 1_000_000_000L).count();
        var firstThird = Arrays.stream(arrivals.at())
                .filter(at -> at < MINUTE.toNanos() / 3)
                .count();

        assertThat(arrivals.at()).isSorted();
        assertThat(arrivals.at()[599]).isLessThan(MINUTE.toNanos());
        assertThat((long) arrivals.busiestSecond()).isBetween(firstSecond, firstSecond + 1);
        assertThat(firstSecond).isBetween(37L, 42L);
        assertThat(firstThird).isGreaterThan(400);
    }
}
