package org.anchang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.kit.json.EventJson;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tries parked events again when their pause is over, and shows how many wait: `anchang_inbox_parked`,
/// `anchang_inbox_dead`, and the wellness check `parked events`. A parked aggregate does not make the service
/// unready.
@Wellness
@ApplicationScoped
class ParkedEventsRetry implements Sweep, HealthCheck {
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

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_inbox_parked", this, retry -> retry.count(false));
        meters.gauge("anchang_inbox_dead", this, retry -> retry.count(true));
    }

    @Override
    public String nextDue() {
        return ParkedEvents.NEXT_DUE;
    }

    @Override
    public void run() {
        for (var due : QuarkusTransaction.requiringNew().call(() -> parked.due(MOST_AT_ONCE))) {
            readers.stream()
                    .filter(reader -> EventJson.topicOf(reader.language()).equals(due.topic()))
                    .forEach(reader -> inbox.goOn(due.topic(), due.aggregate(), reader));
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
