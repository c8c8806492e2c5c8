package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;

import java.time.LocalDate;
import org.anchang.kit.problem.Rule;

/// A day on which something happened outside of this service: not before what it follows, and not in the future.
public record HappenedOn(LocalDate day, LocalDate notBefore, LocalDate today) {
    /// @param rule the one that asks for the date
    /// @throws org.anchang.kit.problem.Refused DATE_NOT_POSSIBLE
    public void mustBePossible(Rule rule) {
        if (day.isBefore(notBefore) || day.isAfter(today)) {
            throw refuse(DealRefusal.DATE_NOT_POSSIBLE)
                    .with("rule", rule.id())
                    .with("earliest", notBefore)
                    .with("latest", today);
        }
    }
}
