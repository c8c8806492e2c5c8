package org.anchang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Waits a moment for what a neighbour has told the caller already and this service will hear of by an event: whoever
/// was just given an id is served with it.
///
/// Promise: nobody waits with a database connection or a lock in hand, longer than `anchang.inbox.awaited`, or with
/// more than `anchang.inbox.awaiting` others; beyond that the command meets what is known now.
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Awaiting {
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final Duration patience;
    private final Semaphore places;

    @Inject
    Awaiting(
            @ConfigProperty(name = "anchang.inbox.awaited") Duration patience,
            @ConfigProperty(name = "anchang.inbox.awaiting") int places) {
        this.patience = patience;
        this.places = new Semaphore(places);
    }

    /// Returns when it is known, or was not in time.
    ///
    /// @param isKnown looks once, in a transaction of its own
    public void until(BooleanSupplier isKnown) {
        if (isKnown.getAsBoolean() || !places.tryAcquire()) {
            return;
        }
        try {
            await(isKnown);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void await(BooleanSupplier isKnown) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE_MILLIS;
        do {
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        } while (!isKnown.getAsBoolean() && System.nanoTime() < end);
    }
}
