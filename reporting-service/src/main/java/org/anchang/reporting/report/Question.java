package org.anchang.reporting.report;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.reporting.ReportingRefusal;
import org.jspecify.annotations.Nullable;

/// What somebody wants to know.
///
/// @param person whose things alone count, for those who see only what is own (SEC-1)
/// @param ages   see [org.anchang.reporting.ReportingSetting#OVERDUE_AGES]
record Question(
        String project,
        Report report,
        Part part,
        LocalDate from,
        LocalDate to,
        LocalDate today,
        String ages,
        @Nullable String person) {
    /// @throws org.anchang.kit.problem.Refused REPORT_IS_NOT_PARTED_LIKE_THAT, PERIOD_ENDS_BEFORE_IT_BEGINS
    Question {
        if (!report.parts().contains(part)) {
            throw refuse(ReportingRefusal.REPORT_IS_NOT_PARTED_LIKE_THAT).with("parts", report.parts());
        }
        refuseIf(to.isBefore(from), ReportingRefusal.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }

    /// Of the statement's parameters each that it has.
    Map<String, Object> parameters() {
        return Map.of(
                "project", project,
                "begin", startOf(from),
                "end", startOf(to.plusDays(1)),
                "from", from,
                "to", to,
                "today", today,
                "ages", ages);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
    }
}
