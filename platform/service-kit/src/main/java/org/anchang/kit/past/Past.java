package org.anchang.kit.past;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.problem.KitRefusal;

/// AOF-1: the moments of which one may ask how something stood. What is read there comes from functions that `as_of`
/// makes of the audited tables (`db/kit/V0.1__kit.sql`).
@ApplicationScoped
public class Past {
    @Inject
    OfficeClock clock;

    /// A moment that has been.
    ///
    /// @throws org.anchang.kit.problem.Refused MOMENT_IS_NOT_PAST
    public Instant at(Instant asked) {
        var now = clock.instant();
        if (asked.isAfter(now)) {
            throw refuse(KitRefusal.MOMENT_IS_NOT_PAST).with("now", now);
        }
        return asked;
    }

    /// Two of them, the earlier one first.
    ///
    /// @throws org.anchang.kit.problem.Refused MOMENT_IS_NOT_PAST, MOMENTS_OUT_OF_ORDER
    public Between between(Instant from, Instant to) {
        refuseIf(from.isAfter(to), KitRefusal.MOMENTS_OUT_OF_ORDER);
        return new Between(at(from), at(to));
    }

    /// The one row of a thing as it stood.
    ///
    /// @param found what its function found
    /// @param since when it began
    /// @throws org.anchang.kit.problem.Refused MOMENT_BEFORE_THE_BEGINNING if it was not there yet
    public static <T> T begun(List<T> found, Instant since) {
        if (found.isEmpty()) {
            throw refuse(KitRefusal.MOMENT_BEFORE_THE_BEGINNING).with("since", since);
        }
        return found.getFirst();
    }

    /// What happened after `from`, and not after `to`.
    public record Between(Instant from, Instant to) {}
}
