package org.anchang.inventory.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.anchang.inventory.CellsChanged;
import org.anchang.inventory.control.Screen.Message;
import org.anchang.kit.problem.DatabaseTrouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// INV-7: keeps every open screen current. A change made here, or one that another replica told on the topic,
/// is only a
/// hint: what is shown is read from the database. Without hints (the broker is down) a look each second finds it.
@ApplicationScoped
class OpenScreens {
    private static final Logger LOG = Logger.getLogger(OpenScreens.class);

    @Inject
    SalesControl table;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    private final Map<String, ProjectScreens> projects = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    void start(@Observes StartupEvent event) {
        meters.gaugeMapSize("anchang_sales_control_projects", List.of(), projects);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /// @param since version of the table that the reader has; below zero for whoever wants only what comes
    Multi<Message> follow(String project, long since, boolean asConsultant) {
        return Multi.createFrom().deferred(() -> {
            var readers = new AtomicReference<Screen>();
            return Multi.createFrom()
                    .<Message>emitter(stream -> {
                        var screen = new Screen(stream, asConsultant);
                        readers.set(screen);
                        var screens = projects.computeIfAbsent(project, code -> new ProjectScreens(code, table, json));
                        stream.onTermination(() -> screens.close(screen));
                        screen.show(List.of(new Message(0, null)));
                        workers.execute(() -> open(screens, screen, since));
                    })
                    .onItem()
                    .invoke(() -> readers.get().hasRead());
        });
    }

    private static void open(ProjectScreens screens, Screen screen, long since) {
        try {
            screens.open(screen, since);
        } catch (RuntimeException e) {
            screen.fail(e);
        }
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
        projects.forEach((project, screens) -> refresh(project));
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void showLife() {
        projects.values().forEach(ProjectScreens::showLife);
    }

    /// Hints that come while one waits for its turn are one and the same.
    private void refresh(String project) {
        var screens = projects.get(project);
        if (screens != null && !screens.isEmpty() && waiting.add(project)) {
            workers.execute(() -> {
                waiting.remove(project);
                refresh(screens);
            });
        }
    }

    private static void refresh(ProjectScreens screens) {
        try {
            screens.refresh();
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.debugf("The sales-control table cannot be read now: %s", e.getMessage());
            } else {
                LOG.error("The sales-control table cannot be shown", e);
            }
        }
    }
}
