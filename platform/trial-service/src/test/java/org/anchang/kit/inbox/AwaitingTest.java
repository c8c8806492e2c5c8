package org.anchang.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitingTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    @DisplayName("what is known is not waited for, and what becomes known is waited for no longer")
    void known() {
        var awaiting = new Awaiting(Duration.ofMinutes(1), 1);

        awaiting.until(() -> looks.incrementAndGet() == 1);
        assertThat(looks).hasValue(1);
        awaiting.until(() -> looks.incrementAndGet() == 4);
        assertThat(looks).hasValue(4);
    }

    @Test
    @DisplayName("nobody waits for ever")
    void bounded() {
        new Awaiting(Duration.ofMillis(50), 1).until(() -> {
            looks.incrementAndGet();
            return false;
        });

        assertThat(looks).hasValueBetween(2, 5);
    }

    @Test
    @DisplayName("where as many wait as may, the next one looks once")
    void crowd() throws InterruptedException {
        var awaiting = new Awaiting(Duration.ofMinutes(1), 1);
        var known = new CountDownLatch(1);
        var waiting = new CountDownLatch(2);
        var first = Thread.startVirtualThread(() -> awaiting.until(() -> {
            waiting.countDown();
            return known.getCount() == 0;
        }));
        waiting.await();

        awaiting.until(() -> looks.incrementAndGet() > 1);

        assertThat(looks).hasValue(1);
        known.countDown();
        first.join();
    }
}
