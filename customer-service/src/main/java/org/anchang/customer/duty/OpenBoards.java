package org.anchang.customer.duty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.sql.Database;
import org.anchang.kit.stream.Hints;
import org.jboss.logging.Logger;

/// REC-10: keeps every open board current: at once where the change was made here, within a second where another
/// replica made it.
@ApplicationScoped
class OpenBoards {
    private static final Logger LOG = Logger.getLogger(OpenBoards.class);
    private static final String PREFIX = "duty-days/";

    /// @param mark differs whenever the board does
    record Standing(String project, String mark) {}

    private static final String STANDINGS = """
            SELECT d.project, d.id || '/' || (SELECT coalesce(max(e.seq), 0) FROM duty_event e WHERE e.day = d.id)
                || '/' || coalesce((SELECT sum(a.version) FROM arrival a WHERE a.day = d.id), 0) AS mark
            FROM duty_day d WHERE d.day = :today AND d.project = ANY (:projects)""";

    @Inject
    Hints hints;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    private final Map<String, String> told = new ConcurrentHashMap<>();

    Multi<OutboundSseEvent> follow(String project, Hints.Reader reader) {
        return hints.follow(PREFIX + project, reader);
    }

    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) Whereabouts.Changed changed) {
        hints.changed(PREFIX + changed.project());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var projects = hints.followed().stream()
                .filter(topic -> topic.startsWith(PREFIX))
                .map(topic -> topic.substring(PREFIX.length()))
                .collect(Collectors.toSet());
        told.keySet().retainAll(projects);
        if (projects.isEmpty()) {
            return;
        }
        try {
            for (var one : database.sql(STANDINGS)
                    .with("today", clock.today())
                    .with("projects", projects)
                    .rows(Standing.class)) {
                var before = told.put(one.project(), one.mark());
                if (before != null && !before.equals(one.mark())) {
                    hints.changed(PREFIX + one.project());
                }
            }
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                LOG.error("The boards cannot be looked at", e);
            }
        }
    }
}
