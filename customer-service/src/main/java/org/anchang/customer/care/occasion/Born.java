package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import org.anchang.customer.CustomerRefusal;
import org.jspecify.annotations.Nullable;

/// CAR-1: a day of birth in the calendar in which the family keeps it.
///
/// @param year not everybody says it
record Born(BirthCalendar calendar, @Nullable Integer year, int month, int day) {
    /// Solar (公历) or lunar (农历).
    public enum BirthCalendar {
        SOLAR,
        LUNAR
    }

    private static final int LUNAR_MONTH = 30;
    private static final int MONTHS = 12;

    /// @throws org.anchang.kit.problem.Refused LUNAR_DAY_UNKNOWN
    static Born of(BirthCalendar calendar, @Nullable Integer year, int month, int day) {
        refuseUnless(
                switch (calendar) {
                    case SOLAR -> isSolar(year, month, day);
                    case LUNAR -> 1 <= month && month <= MONTHS && 1 <= day && day <= LUNAR_MONTH;
                },
                CustomerRefusal.LUNAR_DAY_UNKNOWN);
        return new Born(calendar, year, month, day);
    }

    /// A day of the solar calendar whose year is known.
    static Born on(LocalDate date) {
        return new Born(BirthCalendar.SOLAR, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /// The date of birth, where it is one.
    Optional<LocalDate> date() {
        return calendar == BirthCalendar.SOLAR && year != null
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    /// What is looked for when the day is coming.
    String key() {
        return "%s %02d-%02d".formatted(calendar, month, day);
    }

    private static boolean isSolar(@Nullable Integer year, int month, int day) {
        try {
            var monthDay = MonthDay.of(month, day);
            return year == null || Year.of(year).isValidMonthDay(monthDay);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
