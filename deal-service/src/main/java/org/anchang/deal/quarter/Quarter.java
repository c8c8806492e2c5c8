package org.anchang.deal.quarter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/// A quarter of a year by the weeks that begin in it: thirteen as a rule, twelve or fourteen where it
/// begins or ends so.
///
/// @param number 1 to 4
record Quarter(int year, int number) {
    private static final int MONTHS = 3;

    /// @param written e.g. `2026-Q4`
    static Quarter of(String written) {
        return new Quarter(
                Integer.parseInt(written.substring(0, written.indexOf('-'))),
                Integer.parseInt(written.substring(written.length() - 1)));
    }

    static Quarter with(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /// The first day of each week.
    List<LocalDate> weeks(DayOfWeek begin) {
        return Stream.iterate(
                        firstDay().with(TemporalAdjusters.nextOrSame(begin)),
                        day -> day.isBefore(end()),
                        day -> day.plusWeeks(1))
                .toList();
    }

    private LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /// The first day that is not in it.
    private LocalDate end() {
        return firstDay().plusMonths(MONTHS);
    }

    @Override
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }
}
