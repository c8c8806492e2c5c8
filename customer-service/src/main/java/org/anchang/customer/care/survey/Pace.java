package org.anchang.customer.care.survey;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.anchang.customer.CustomerRefusal;

/// CAR-3: how often a public page may ask by one link, on each replica: enough for people, not for a machine. Who
/// has no link that holds gets no further than its signature.
@ApplicationScoped
class Pace {
    /// Requests since the minute began.
    private record Minute(long nth, int asked) {}

    private static final int A_MINUTE = 30;
    private static final int MOST_LINKS = 10_000;

    private final Map<String, Minute> asked = new ConcurrentHashMap<>();

    /// @throws org.anchang.kit.problem.Refused SURVEY_TOO_OFTEN
    void mayAskBy(String link) {
        refuseUnless(
                mayAskBy(link, TimeUnit.NANOSECONDS.toMinutes(System.nanoTime())), CustomerRefusal.SURVEY_TOO_OFTEN);
    }

    /// @param minute counted from whenever
    boolean mayAskBy(String link, long minute) {
        if (asked.size() > MOST_LINKS) {
            asked.clear();
        }
        return requireNonNull(asked.merge(link, new Minute(minute, 1), Pace::next))
                        .asked()
                <= A_MINUTE;
    }

    private static Minute next(Minute before, Minute one) {
        return before.nth() == one.nth() ? new Minute(one.nth(), before.asked() + 1) : one;
    }
}
