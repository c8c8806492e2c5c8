package org.anchang.customer.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursRulesTest {
    @DisplayName("CAR-7 a message waits until the quiet hours end, over midnight too")
    @ParameterizedTest
    @CsvSource({
        "21:00, 08:00, 2026-09-20T20:59:59+08:00, 2026-09-20T20:59:59+08:00",
        "21:00, 08:00, 2026-09-20T21:00:00+08:00, 2026-09-21T08:00:00+08:00",
        "21:00, 08:00, 2026-09-21T00:00:00+08:00, 2026-09-21T08:00:00+08:00",
        "21:00, 08:00, 2026-09-21T07:59:59+08:00, 2026-09-21T08:00:00+08:00",
        "21:00, 08:00, 2026-09-21T08:00:00+08:00, 2026-09-21T08:00:00+08:00",
        "12:00, 14:00, 2026-09-21T13:00:00+08:00, 2026-09-21T14:00:00+08:00",
        "12:00, 14:00, 2026-09-21T14:00:00+08:00, 2026-09-21T14:00:00+08:00",
        "00:00, 00:00, 2026-09-21T00:00:00+08:00, 2026-09-21T00:00:00+08:00"
    })
    void waits(LocalTime from, LocalTime until, String asked, String due) {
        assertThat(new QuietHours(from, until).next(moment(asked))).isEqualTo(moment(due));
    }

    private static Instant moment(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
