package org.anchang.customer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetDaysRulesTest {
    @DisplayName("RPT-2 in the morning the sheet is that of the day before, from noon on that of the day itself")
    @ParameterizedTest
    @CsvSource({
        "8, 2026-11-30T08:00, 2026-11-29",
        "8, 2026-11-30T07:59, 2026-11-28",
        "20, 2026-11-30T20:00, 2026-11-30",
        "20, 2026-11-30T19:59, 2026-11-29",
        "20, 2026-12-01T03:00, 2026-11-30"
    })
    void lastDay(int hour, LocalDateTime now, LocalDate day) {
        assertThat(TellingOfSheets.lastDay(hour, now)).isEqualTo(day);
    }

    @Test
    @DisplayName("RPT-2 a week's sheet comes with its Sunday, a month's with its last day")
    void ending() {
        assertThat(TellingOfSheets.ending(LocalDate.of(2026, 11, 28)))
                .extracting(TellingOfSheets.Sheet::name)
                .containsExactly("日报 11月28日");
        assertThat(TellingOfSheets.ending(LocalDate.of(2026, 11, 29)))
                .extracting(TellingOfSheets.Sheet::name)
                .containsExactly("日报 11月29日", "周报 11月23日至11月29日");
        assertThat(TellingOfSheets.ending(LocalDate.of(2026, 11, 30)))
                .extracting(TellingOfSheets.Sheet::span)
                .containsExactly("day", "month");
    }
}
