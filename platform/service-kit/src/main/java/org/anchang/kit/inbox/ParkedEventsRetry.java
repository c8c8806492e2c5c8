package org.anchang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.kit.json.EventJson;
import org.anchang.kit.problem.DatabaseTrouble;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tries parked events again when their pause is over, and shows how many wait: `anchang_inbox_parked`,
/// `anchang_inbox_dead`, and the wellness check `parked events`. A parked aggregate does not make the service
/// unready.
@Wellness
@ApplicationScoped
class ParkedEventsRetry implements HealthCheck {
    private static final int MOST_AT_ONCE = 50;

    @Inject
    Inbox inbox;

    @Inject
    ParkedEvents parked;

    @Inject
    @All
    List<Reader<?>> readers;

    @Inject
    MeterRegistry meters;

    private volatile boolean stopping;

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_inbox_parked", this, retry -> retry.count(false));
        meters.gauge("anchang_inbox_dead", this, retry -> retry.count(true));
    }

    /// What is stopped under our feet is no error.
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tryAgain() {
        if (stopping) {
            return;
        }
        try {
            for (var due : QuarkusTransaction.requiringNew().call(() -> parked.due(MOST_AT_ONCE))) {
                readers.stream()
                        .filter(reader -> EventJson.topicOf(reader.language()).equals(due.topic()))
                        .forEach(reader -> inbox.goOn(due.topic(), due.aggregate(), reader));
            }
        } catch (RuntimeException e) {
            if (!stopping && !DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }

    @Override
    public HealthCheckResponse call() {
        var waiting = (long) count(false);
        var dead = (long) count(true);
        return HealthCheckResponse.named("parked events")
                .status(waiting + dead == 0)
                .withData("waiting", waiting)
                .withData("dead", dead)
                .build();
    }

    private double count(boolean dead) {
        return QuarkusTransaction.requiringNew().call(() -> parked.count(dead));
    }
}
