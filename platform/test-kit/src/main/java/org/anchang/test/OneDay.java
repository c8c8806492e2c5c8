package org.anchang.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import org.anchang.clock.Midnight;

/// A test class runs within one day of the office.
public final class OneDay implements QuarkusTestBeforeClassCallback {
    @Override
    public void beforeClass(Class<?> testClass) {
        Midnight.letPass();
    }
}
