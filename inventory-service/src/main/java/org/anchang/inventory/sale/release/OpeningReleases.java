package org.anchang.inventory.sale.release;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.sweep.Sweep;
import org.jboss.logging.Logger;

/// INV-8: opens planned releases at their second. Every replica looks for what is due within the next seconds, and
/// skips what another is at. How many wait blocked
/// until somebody mends them shows as `anchang_releases_blocked`.
@ApplicationScoped
class OpeningReleases implements Sweep {
    private static final Logger LOG = Logger.getLogger(OpeningReleases.class);
    /// Each takes a connection while it waits for its moment.
    private static final int AT_ONCE = 4;

    @Inject
    Releases releases;

    @Inject
    DueRelease due;

    @Inject
    MeterRegistry meters;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_releases_blocked", this, OpeningReleases::blocked);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    @Override
    public String nextDue() {
        return Releases.NEXT_SOON;
    }

    @Override
    public void run() {
        for (int waiting = releases.due(AT_ONCE); waiting > 0 && free.tryAcquire(); waiting--) {
            workers.execute(this::openAllDue);
        }
    }

    private void openAllDue() {
        try {
            while (due.next()) {
                LOG.debug("A release is through");
            }
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.warn("A planned release could not be opened, it is tried again", e);
            } else {
                LOG.error("A planned release cannot be opened", e);
            }
        } finally {
            free.release();
        }
    }

    private double blocked() {
        try {
            return releases.blocked();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
