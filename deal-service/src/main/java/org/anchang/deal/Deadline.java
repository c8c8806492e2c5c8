package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import java.time.LocalDate;

/// DEP-2: a date that the buyer has to keep, and the last one that the project allows.
public record Deadline(LocalDate until, LocalDate today, LocalDate latest) {
    /// @throws org.anchang.kit.problem.Refused DATE_IS_PAST, DATE_BEYOND_LIMIT
    public void mustBePossible() {
        refuseIf(until.isBefore(today), DealRefusal.DATE_IS_PAST);
        if (until.isAfter(latest)) {
            throw refuse(DealRefusal.DATE_BEYOND_LIMIT).with("latest", latest);
        }
    }
}
