package org.anchang.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.kit.sql.Database;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/// Events that the broker does not take as they are, and all of their aggregates behind them wait: each is said once,
/// in the log, and shows until it is mended as `anchang_outbox_stuck` and as the wellness check `stuck events`.
/// Everything else goes on; they are tried again each minute, should the broker's limit be another.
@Default
@Wellness
@ApplicationScoped
class StuckEvents implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(StuckEvents.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String STILL_WAITING =
            "SELECT count(*) FROM outbox WHERE position = ANY (:positions::int8[]) AND published_at IS NULL";

    private record Stuck(UUID aggregate, Instant tried) {}

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    private final Map<Long, Stuck> byPosition = new ConcurrentHashMap<>();

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_outbox_stuck", this, StuckEvents::count);
    }

    static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException;
    }

    void found(long position, UUID aggregate, Throwable failure) {
        if (byPosition.put(position, new Stuck(aggregate, Instant.now())) == null) {
            LOG.errorf(
                    "Event %d of the outbox cannot be published, and nothing else of %s: %s",
                    position, aggregate, failure.getMessage());
        }
    }

    /// Aggregates that were tried a short while ago, in vain.
    List<UUID> passedOver() {
        var before = Instant.now().minus(PAUSE);
        return byPosition.values().stream()
                .filter(stuck -> stuck.tried().isAfter(before))
                .map(Stuck::aggregate)
                .distinct()
                .toList();
    }

    @Override
    public HealthCheckResponse call() {
        var stuck = (long) count();
        return HealthCheckResponse.named("stuck events")
                .status(stuck == 0)
                .withData("stuck", stuck)
                .build();
    }

    private double count() {
        if (byPosition.isEmpty()) {
            return 0;
        }
        try {
            return database.sql(STILL_WAITING)
                    .with("positions", byPosition.keySet())
                    .one(Long.class);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
