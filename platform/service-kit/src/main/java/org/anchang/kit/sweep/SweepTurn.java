package org.anchang.kit.sweep;

import io.quarkus.arc.ClientProxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anchang.kit.identity.Acting;
import org.anchang.kit.problem.DatabaseTrouble;
import org.jboss.logging.Logger;

/// One sweep: at rest, or running in a thread of its own.
final class SweepTurn {
    private static final Logger LOG = Logger.getLogger(SweepTurn.class);

    private final Sweep sweep;
    private final Sweeps sweeps;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private volatile double overdueSeconds;
    private volatile long notBefore = System.nanoTime();

    SweepTurn(Sweep sweep, Sweeps sweeps) {
        this.sweep = sweep;
        this.sweeps = sweeps;
    }

    Sweep sweep() {
        return sweep;
    }

    /// As it is written, not as a proxy of it is called.
    String name() {
        return ClientProxy.unwrap(sweep).getClass().getSimpleName().replaceFirst("_.*", "");
    }

    /// @param millis until something is due
    void wasSeenDue(double millis) {
        overdueSeconds = Math.max(0, (-millis - sweep.rest().toMillis()) / 1_000);
    }

    /// For how long something had been due when it was last looked for, beyond the rest that it may take.
    double overdueSeconds() {
        return overdueSeconds;
    }

    /// @param millis until something is due
    /// @return for how long nobody has to look again on account of this sweep
    long beginIfDue(long millis) {
        if (isRunning.get()) {
            return Long.MAX_VALUE;
        }
        var wait =
                Math.max(millis, Duration.ofNanos(notBefore - System.nanoTime()).toMillis());
        if (wait > 0) {
            return wait;
        }
        isRunning.set(true);
        notBefore = System.nanoTime() + sweep.rest().toNanos();
        Thread.ofVirtual().name("sweep").start(this::run);
        return Long.MAX_VALUE;
    }

    private void run() {
        try (var _ = Acting.of("sweep " + name(), null)) {
            sweep.run();
        } catch (RuntimeException e) {
            // The database is out of reach, or somebody was first: it is still due.
            if (!sweeps.isStopping() && !DatabaseTrouble.isPassing(e)) {
                LOG.errorf(e, "What is due cannot be done: %s", name());
            }
        } finally {
            isRunning.set(false);
            sweeps.lookAgain();
        }
    }
}
