package org.anchang.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A test says `today` and a service says it again a moment later: both mean the same day where no test class begins
/// in the last minutes of one. Midnight is the office's; nothing goes by another zone's.
public final class Midnight {
    /// No test class takes longer.
    private static final Duration NEAR = Duration.ofMinutes(5);

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private Midnight() {}

    /// Comes back at once, or on the next day if that is near.
    public static void letPass() {
        var left = left(Instant.now());
        if (left.isPositive()) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Until the next day; nothing while it is not near.
    public static Duration left(Instant now) {
        var tomorrow = now.atZone(OFFICE).toLocalDate().plusDays(1).atStartOfDay(OFFICE);
        var left = Duration.between(now, tomorrow);
        return left.compareTo(NEAR) < 0 ? left : Duration.ZERO;
    }
}
