package org.anchang.customer.care.survey;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.anchang.customer.CustomerRefusal;

/// CAR-3: how often a public page may ask, of one link and in all, on each replica: enough for people, not for a
/// machine that tries.
@ApplicationScoped
class Pace {
    /// Requests since the minute began.
    private record Minute(long nth, int asked) {}

    private static final int OF_A_LINK = 30;
    private static final int IN_ALL = 1_200;
    private static final int MOST_LINKS = 10_000;
    private static final String ALL = "";

    private final Map<String, Minute> asked = new ConcurrentHashMap<>();

    /// @throws org.anchang.kit.problem.Refused SURVEY_TOO_OFTEN
    void mayAsk() {
        refuseUnless(count(ALL) <= IN_ALL, CustomerRefusal.SURVEY_TOO_OFTEN);
    }

    /// @throws org.anchang.kit.problem.Refused SURVEY_TOO_OFTEN
    void mayAskOf(String link) {
        if (asked.size() > MOST_LINKS) {
            asked.clear();
        }
        refuseUnless(count(link) <= OF_A_LINK, CustomerRefusal.SURVEY_TOO_OFTEN);
    }

    private int count(String of) {
        var now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
        return asked.merge(of, new Minute(now, 1), (before, one) ->
                        before.nth() == one.nth() ? new Minute(one.nth(), before.asked() + 1) : one)
                .asked();
    }
}
