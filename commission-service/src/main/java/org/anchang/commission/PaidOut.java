package org.anchang.commission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.anchang.events.CommissionEvent;
import org.anchang.kit.money.Money;

/// COM-3: money of a commission that is out, or is to be, by person and part of the plan.
public record PaidOut(Map<Line, Money> amounts) {
    public static final PaidOut NOTHING = new PaidOut(Map.of());

    public record Line(String consultant, PayoutPart part) {}

    /// What must be paid, or taken back where it is below zero, until this is `due`; the reason of each is its part.
    List<CommissionEvent.Share> until(PaidOut due) {
        var lines = new LinkedHashSet<>(due.amounts().keySet());
        lines.addAll(amounts.keySet());
        return lines.stream()
                .map(line -> new CommissionEvent.Share(
                        line.consultant(),
                        due.on(line).minus(on(line)).amount(),
                        line.part().name()))
                .filter(payment -> payment.amount().signum() != 0)
                .toList();
    }

    private Money on(Line line) {
        return amounts.getOrDefault(line, Money.ZERO);
    }
}
