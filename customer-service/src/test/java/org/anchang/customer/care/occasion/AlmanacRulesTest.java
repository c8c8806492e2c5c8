package org.anchang.customer.care.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.anchang.customer.care.occasion.Almanac.Kept;
import org.anchang.customer.care.occasion.Almanac.LunarDay;
import org.anchang.customer.care.occasion.Born.BirthCalendar;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlmanacRulesTest {
    @ParameterizedTest
    @DisplayName("CAR-1 a lunar day is the one that the published calendars have")
    @CsvSource(textBlock = """
            2000-02-05, 2000,  1, false,  1
            2023-03-22, 2023,  2, true,   1
            2024-02-09, 2023, 12, false, 30
            2024-02-10, 2024,  1, false,  1
            2025-01-28, 2024, 12, false, 29
            2025-01-29, 2025,  1, false,  1
            2025-07-25, 2025,  6, true,   1
            2026-02-17, 2026,  1, false,  1
            2026-06-19, 2026,  5, false,  5
            2026-09-25, 2026,  8, false, 15
            2027-02-06, 2027,  1, false,  1
            2033-12-22, 2033, 11, true,   1
            2034-02-19, 2034,  1, false,  1""")
    void published(LocalDate on, int year, int month, boolean isLeap, int day) {
        assertThat(Almanac.lunar(on)).contains(new LunarDay(year, month, isLeap, day));
    }

    @Test
    @DisplayName("CAR-1 29 February is kept on the 28th where there is no 29th, once a year")
    void leapDay() {
        assertThat(keys(LocalDate.of(2027, 2, 28))).contains("SOLAR 02-28", "SOLAR 02-29");
        assertThat(keys(LocalDate.of(2028, 2, 28))).contains("SOLAR 02-28").doesNotContain("SOLAR 02-29");
        assertThat(keys(LocalDate.of(2028, 2, 29))).contains("SOLAR 02-29");
    }

    @Test
    @DisplayName("CAR-1 a lunar 30th is kept on the 29th of a short month, and nothing in a leap month a second time")
    void lunarEdges() {
        assertThat(keys(LocalDate.of(2025, 1, 28))).contains("LUNAR 12-29", "LUNAR 12-30");
        assertThat(keys(LocalDate.of(2024, 2, 9))).contains("LUNAR 12-30").doesNotContain("LUNAR 12-29");
        assertThat(keys(LocalDate.of(2024, 2, 8))).contains("LUNAR 12-29").doesNotContain("LUNAR 12-30");
        assertThat(keys(LocalDate.of(2025, 7, 25))).containsExactly("SOLAR 07-25");
    }

    @Test
    @DisplayName("CAR-1 every birthday of either calendar is kept on exactly one day of each of its years")
    void onceAYear() {
        var kept = LocalDate.of(2019, 1, 1)
                .datesUntil(LocalDate.of(2036, 1, 1))
                .flatMap(on -> Almanac.birthdays(on).stream())
                .toList();

        assertThat(kept).doesNotHaveDuplicates();
        for (int year = 2020; year < 2035; year++) {
            var ofYear = year;
            assertThat(kept.stream().filter(one -> one.year() == ofYear).toList())
                    .as("366 solar days, 360 lunar ones, in %d", year)
                    .hasSize(366 + 360);
        }
    }

    @Test
    @DisplayName("CAR-1 a day that its calendar does not have is refused")
    void noSuchDay() {
        Born.of(BirthCalendar.SOLAR, 2024, 2, 29);
        Born.of(BirthCalendar.SOLAR, null, 2, 29);
        Born.of(BirthCalendar.LUNAR, 1990, 12, 30);

        assertThatThrownBy(() -> Born.of(BirthCalendar.SOLAR, 2023, 2, 29)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Born.of(BirthCalendar.SOLAR, null, 4, 31)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Born.of(BirthCalendar.LUNAR, null, 1, 31)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("CAR-1 the table of lunar years begins and ends where it says")
    void table() {
        assertThat(Almanac.lunar(LocalDate.of(2000, 2, 4))).isEmpty();
        assertThat(Almanac.lunar(LocalDate.of(2100, 2, 8))).contains(new LunarDay(2099, 12, false, 30));
        assertThat(Almanac.lunar(LocalDate.of(2100, 2, 9))).isEmpty();
        assertThat(keys(LocalDate.of(2100, 2, 9))).containsExactly("SOLAR 02-09");
    }

    private static List<String> keys(LocalDate on) {
        return Almanac.birthdays(on).stream().map(Kept::key).toList();
    }
}
