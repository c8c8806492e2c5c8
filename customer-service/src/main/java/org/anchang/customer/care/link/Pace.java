package org.anchang.customer.care.link;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.anchang.customer.CustomerRefusal;

/// CAR-3, CAR-4: how often a public page may ask by one link, on each replica: enough for people, not for a
/// machine. Who has no link that holds gets no further than its signature.
@ApplicationScoped
public class Pace {
    /// Requests since the minute began.
    private record Minute(long nth, int asked) {}

    private static final int A_MINUTE = 30;
    private static final int AT_ONE_DOOR = 10;
    private static final int MOST_LINKS = 10_000;

    private final Map<String, Minute> asked = new ConcurrentHashMap<>();

    /// @throws org.anchang.kit.problem.Refused SURVEY_TOO_OFTEN
    public void mayAskBy(String link) {
        refuseUnless(mayAskBy(link, now()), CustomerRefusal.SURVEY_TOO_OFTEN);
    }

    /// The same of a link that many use at once, as the one at the door of an event.
    ///
    /// @throws org.anchang.kit.problem.Refused SURVEY_TOO_OFTEN
    public void manyMayAskBy(String link) {
        refuseUnless(asked(link, now()) <= A_MINUTE * AT_ONE_DOOR, CustomerRefusal.SURVEY_TOO_OFTEN);
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
    }

    /// @param minute counted from whenever
    boolean mayAskBy(String link, long minute) {
        return asked(link, minute) <= A_MINUTE;
    }

    private int asked(String link, long minute) {
        if (asked.size() > MOST_LINKS) {
            asked.clear();
        }
        return requireNonNull(asked.merge(link, new Minute(minute, 1), Pace::next))
                .asked();
    }

    private static Minute next(Minute before, Minute one) {
        return before.nth() == one.nth() ? new Minute(one.nth(), before.asked() + 1) : one;
    }
}
