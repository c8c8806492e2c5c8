package org.anchang.inventory.board;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.CellsChanged;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.stop.PauseOver;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// INV-7: keeps every open screen current. A change made here, or one that another replica told on the topic, is
/// only a hint: what is shown is read from the database. Without hints (the broker is down) a look each second finds
/// it.
@ApplicationScoped
class OpenScreens {
    private static final Logger LOG = Logger.getLogger(OpenScreens.class);

    private static final Duration LONGEST_STREAM = Duration.ofDays(1);

    @Inject
    KeptTables tables;

    @Inject
    TableText text;

    @Inject
    MeterRegistry meters;

    /// Cells that a stream shows one by one at a time; where more have changed its reader is told to read the table
    /// again, which costs less.
    @ConfigProperty(name = "anchang.sales-control.catch-up-cells", defaultValue = "2000")
    int catchUpCells;

    /// Open streams of this process.
    @ConfigProperty(name = "anchang.sales-control.streams", defaultValue = "4000")
    int mostStreams;

    /// Those of them that one person may have.
    @ConfigProperty(name = "anchang.sales-control.streams-per-person", defaultValue = "20")
    int mostOfOne;

    /// How many each person has.
    private final Map<String, Integer> streams = new ConcurrentHashMap<>();

    private final Map<String, ProjectScreens> projects = new ConcurrentHashMap<>();
    private final Map<Screen, MultiEmitter<?>> endings = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    volatile boolean stopping;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    void start(@Observes StartupEvent event) {
        meters.gaugeMapSize("anchang_sales_control_projects", List.of(), projects);
        meters.gauge("anchang_sales_control_screens", projects, open -> open.values().stream()
                .mapToInt(ProjectScreens::size)
                .sum());
    }

    /// OPS-1: who looks on is told in an orderly way, and comes back to another replica.
    void end(@Observes PauseOver event) {
        stopping = true;
        endings.forEach(OpenScreens::end);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /// Writes what changes to the line until it closes. The framework opens the line and notices its end; what goes
    /// down it is written by the screen itself, the same bytes to all.
    ///
    /// @param since version of the table that the reader has; below zero for whoever wants only what comes
    /// @throws Refused SCREEN_LIMIT_REACHED; TEMPORARILY_UNAVAILABLE if as many are open as this process
    ///                 carries, or if it stops
    Multi<OutboundSseEvent> follow(String project, long since, Screen screen) {
        var person = screen.reader().person();
        if (streams.getOrDefault(person, 0) >= mostOfOne) {
            throw refuse(InventoryRefusal.SCREEN_LIMIT_REACHED).with("limit", mostOfOne);
        }
        refuseIf(
                stopping
                        || streams.values().stream().mapToInt(Integer::intValue).sum() >= mostStreams,
                KitRefusal.TEMPORARILY_UNAVAILABLE);
        return Multi.createFrom().emitter(stream -> {
            var screens =
                    projects.computeIfAbsent(project, code -> new ProjectScreens(code, tables, text, catchUpCells));
            streams.merge(person, 1, Integer::sum);
            var ending = endInTime(screen, stream);
            stream.onTermination(() -> {
                endings.remove(screen);
                screen.loop().owner().cancelTimer(ending);
                streams.computeIfPresent(person, (_, open) -> open > 1 ? open - 1 : null);
                screens.close(screen);
            });
            endings.put(screen, stream);
            if (stopping) {
                end(screen, stream);
            }
            screen.show(ProjectScreens.COME_BACK_SOON);
            workers.execute(() -> open(screens, screen, since));
        });
    }

    /// SEC-1: a stream is open no longer than the token is good by which it was asked for, and a day at most.
    ///
    /// @return the timer
    private static long endInTime(Screen screen, MultiEmitter<?> stream) {
        var left = Duration.between(Instant.now(), screen.reader().until());
        var lasts = left.compareTo(LONGEST_STREAM) > 0 ? LONGEST_STREAM : left;
        return screen.loop().owner().setTimer(Math.max(1, lasts.toMillis()), _ -> end(screen, stream));
    }

    private static void end(Screen screen, MultiEmitter<?> stream) {
        screen.loop().runOnContext(_ -> screen.end(stream::complete));
    }

    private static void open(ProjectScreens screens, Screen screen, long since) {
        try {
            screens.open(screen, since);
        } catch (RuntimeException e) {
            tell(e);
            screen.loop().runOnContext(_ -> screen.drop());
        }
    }

    /// How many screens of the project are open here.
    int open(String project) {
        var screens = projects.get(project);
        return screens == null ? 0 : screens.size();
    }

    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) CellsChanged changed) {
        refresh(changed.project());
    }

    @Incoming("cell-changes")
    void changedSomewhere(ConsumerRecord<String, byte[]> message) {
        var project = message.headers().lastHeader("ce_project");
        if (project != null) {
            refresh(new String(project.value(), StandardCharsets.UTF_8));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        projects.forEach((project, screens) -> {
            if (screens.isEmpty()) {
                screens.forget();
            } else {
                refresh(project);
            }
        });
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void showLife() {
        projects.values().forEach(ProjectScreens::showLife);
    }

    /// Hints that come while one waits for its turn are one and the same.
    private void refresh(String project) {
        var screens = projects.get(project);
        if (screens != null && !screens.isEmpty() && waiting.add(project)) {
            workers.execute(() -> refresh(project, screens));
        }
    }

    private void refresh(String project, ProjectScreens screens) {
        try {
            screens.refresh(() -> waiting.remove(project));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private static void tell(RuntimeException failure) {
        if (failure instanceof Refused || DatabaseTrouble.isPassing(failure)) {
            LOG.debugf("The sales-control table cannot be read now: %s", failure.getMessage());
        } else {
            LOG.error("The sales-control table cannot be shown", failure);
        }
    }
}
