package org.anchang.backing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting for something outside this JVM that tells nobody when it is there.
public final class Waiting {

    private Waiting() {}

    /// Asks every few milliseconds until yes or until the time is over; the last answer.
    public static boolean until(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
