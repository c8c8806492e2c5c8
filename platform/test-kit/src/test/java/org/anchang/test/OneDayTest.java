package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.anchang.clock.Midnight;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T15:55:00Z, PT0S",
        "2026-11-30T15:55:01Z, PT4M59S",
        "2026-11-30T15:59:59.5Z, PT0.5S",
        "2026-11-30T16:00:00Z, PT0S",
        "2026-11-30T23:59:59Z, PT0S"
    })
    @DisplayName("a test class that would begin in the last minutes of the office's day begins on the next one")
    void waitsForTheNextDay(Instant now, Duration left) {
        assertThat(Midnight.left(now)).isEqualTo(left);
    }
}
