package org.anchang.kit.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Runs each [Sweep] at the moment when something of it is due. All of them together are one statement each second,
/// which asks when that is: nothing has to be told of what a command, another replica or an operator made due earlier.
/// How long ago it was last answered shows as `anchang_sweeps_age_seconds`, and how long what is due has been due as
/// `anchang_sweep_overdue_seconds`.
@ApplicationScoped
class Sweeps {
    private static final Logger LOG = Logger.getLogger(Sweeps.class);

    /// That many milliseconds from now.
    record Due(int nth, double millis) {}

    @Inject
    @All
    List<Sweep> sweeps;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "anchang.sweeps.longest-sleep")
    Duration longestSleep;

    private final Semaphore awake = new Semaphore(0);
    private List<SweepTurn> turns = List.of();
    private String whenDue = "";
    private volatile long lastLook = System.nanoTime();
    private volatile boolean stopping;

    void start(@Observes StartupEvent event) {
        turns = sweeps.stream().map(sweep -> new SweepTurn(sweep, this)).toList();
        whenDue = IntStream.range(0, turns.size())
                .mapToObj(nth -> "SELECT %d AS nth, (%s) AS due"
                        .formatted(nth, turns.get(nth).sweep().nextDue()))
                .collect(Collectors.joining(
                        " UNION ALL ",
                        "SELECT nth, (extract(epoch FROM due - clock_timestamp()) * 1000)::float8 AS millis FROM (",
                        ") AS sweep WHERE due IS NOT NULL"));
        meters.gauge("anchang_sweeps_age_seconds", this, it -> (System.nanoTime() - it.lastLook) / 1e9);
        turns.forEach(turn -> meters.gauge(
                "anchang_sweep_overdue_seconds", Tags.of("sweep", turn.name()), turn, SweepTurn::overdueSeconds));
        Thread.ofVirtual().name("sweeps").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        lookAgain();
    }

    boolean isStopping() {
        return stopping;
    }

    void lookAgain() {
        awake.release();
    }

    private void run() {
        while (!stopping) {
            var sleep = longestSleep.toMillis();
            try {
                var found = database.sql(whenDue).rows(Due.class);
                lastLook = System.nanoTime();
                turns.forEach(turn -> turn.wasSeenDue(0));
                for (var due : found) {
                    turns.get(due.nth()).wasSeenDue(due.millis());
                    sleep = Math.min(sleep, turns.get(due.nth()).beginIfDue((long) Math.ceil(due.millis())));
                }
            } catch (RuntimeException e) {
                if (!stopping && !DatabaseTrouble.isPassing(e)) {
                    LOG.error("Nobody knows what is due", e);
                }
            }
            try {
                awake.tryAcquire(sleep, TimeUnit.MILLISECONDS);
                awake.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
