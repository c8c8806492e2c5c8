package org.anchang.system;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While a part that was killed comes back, those who load the office go on, but leave it most of the processor.
final class Ease {
    private volatile CountDownLatch isBack = new CountDownLatch(0);

    void whileItStarts(Runnable start) {
        var back = new CountDownLatch(1);
        isBack = back;
        try {
            start.run();
        } finally {
            back.countDown();
        }
    }

    /// Returns at once where nothing starts.
    void rest(Duration most) throws InterruptedException {
        var _ = isBack.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
