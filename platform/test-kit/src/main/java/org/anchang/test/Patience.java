package org.anchang.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/// What a test waits for mostly comes within milliseconds: looked for at once and often, and ten times a second
/// once it is late, for looking takes the processor from what is waited for. On a machine that has other things to
/// do it comes late, which is no fault: `await()` without a bound of its own waits far longer than anything takes.
public final class Patience implements QuarkusTestBeforeClassCallback {
    static final Duration AT_LAST = Duration.ofSeconds(90);
    private static final Duration AT_FIRST = Duration.ofMillis(16);
    private static final Duration IN_THE_END = Duration.ofMillis(100);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(AT_LAST);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(Patience::longer, AT_FIRST));
    }

    private static Duration longer(Duration interval) {
        var longer = interval.plus(interval.dividedBy(4));
        return longer.compareTo(IN_THE_END) < 0 ? longer : IN_THE_END;
    }
}
