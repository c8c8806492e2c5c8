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
import java.util.function.ToDoubleFunction;
import org.anchang.kit.inbox.ParkedEvents.Counted;
import org.anchang.kit.json.EventJson;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tries parked events again when their pause is over, and shows how many wait: `anchang_inbox_parked`,
/// `anchang_inbox_dead` (of which `anchang_inbox_forked`), since when (`anchang_inbox_oldest_seconds`), and the wellness
/// check `parked events`. A parked aggregate does not make the service unready.
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
        meters.gauge("anchang_inbox_parked", this, retry -> retry.number(Counted::waiting));
        meters.gauge("anchang_inbox_dead", this, retry -> retry.number(Counted::dead));
        meters.gauge("anchang_inbox_forked", this, retry -> retry.number(Counted::forked));
        meters.gauge("anchang_inbox_oldest_seconds", this, retry -> retry.number(Counted::oldestSeconds));
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
        var counted = count();
        return HealthCheckResponse.named("parked events")
                .status(counted.waiting() + counted.dead() == 0)
                .withData("waiting", counted.waiting())
                .withData("dead", counted.dead())
                .withData("forked", counted.forked())
                .build();
    }

    private double number(ToDoubleFunction<Counted> which) {
        try {
            return which.applyAsDouble(count());
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private Counted count() {
        return QuarkusTransaction.requiringNew().call(parked::count);
    }
}
