package org.anchang.backing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting for something outside this JVM that tells nobody when it is there.
public final class Waiting {

    private Waiting() {}

    /// Between two questions; in between, a twentieth of the time waited: to ask costs whoever is waited for, too.
    private static final long SHORTEST_MILLIS = 20;

    private static final long LONGEST_MILLIS = 200;

    /// Asks a few times a second until yes or until the time is over; the last answer.
    public static boolean until(Duration patience, BooleanSupplier condition) {
        var begun = System.nanoTime();
        var end = begun + patience.toNanos();
        while (!condition.getAsBoolean()) {
            var now = System.nanoTime();
            if (now > end) {
                return false;
            }
            try {
                Thread.sleep(Math.clamp((now - begun) / 20_000_000, SHORTEST_MILLIS, LONGEST_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
