package org.anchang.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/// What a test waits for mostly comes within milliseconds: looked for at once and often, not ten times a second. On a
/// machine that has other things to do it comes late, which is no fault: `await()` without a bound of its own waits far
/// longer than anything takes.
public final class Patience implements QuarkusTestBeforeClassCallback {
    static final Duration AT_LAST = Duration.ofSeconds(90);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(AT_LAST);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }
}
