package org.anchang.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The last quarter, day by day: day 0 is when the office opened, [#LAST] is yesterday.
record Season(LocalDate opening) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int LAST = 90;

    /// When a consultant was out.
    record Away(String person, String kind, int from, int until) {
        boolean on(int day) {
            return from <= day && day <= until;
        }
    }

    static final List<Away> ABSENCES = List.of(
            new Away("li.na", "LEAVE", 20, 26),
            new Away("wang.lei", "BUSINESS_TRIP", 44, 49),
            new Away("zhao.min", "LEAVE", 66, 71),
            new Away("zhao.min", "ERRAND", 33, 33),
            new Away("li.na", "ERRAND", 58, 58),
            new Away("wang.lei", "ERRAND", 77, 77));

    static Season untilYesterday() {
        return new Season(LocalDate.now(ZONE).minusDays(LAST + 1L));
    }

    LocalDate date(int day) {
        return opening.plusDays(day);
    }

    static boolean isAway(String person, int day) {
        return ABSENCES.stream().anyMatch(away -> away.person().equals(person) && away.on(day));
    }
}
