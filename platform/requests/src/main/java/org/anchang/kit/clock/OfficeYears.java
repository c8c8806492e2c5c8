package org.anchang.kit.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// The years that a sales office means. A date before or after them was mistyped, or was meant to do harm: no column
/// holds the year 999999999, and nobody's plan is due in the year 1.
public final class OfficeYears {
    public static final int FIRST = 1900;
    public static final int LAST = 2199;

    private static final Instant BEGIN = startOf(FIRST);
    private static final Instant END = startOf(LAST + 1);

    private OfficeYears() {}

    public static boolean have(LocalDate date) {
        return FIRST <= date.getYear() && date.getYear() <= LAST;
    }

    public static boolean have(Instant moment) {
        return !moment.isBefore(BEGIN) && moment.isBefore(END);
    }

    /// As the words for whoever wrote another say them.
    public static Map<String, Object> facts() {
        return Map.of("first", FIRST, "last", LAST);
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
    }
}
