package org.anchang.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
            "SELECT count(*) FROM outbox WHERE position = ANY (?) AND published_at IS NULL";

    private record Stuck(String aggregate, Instant tried) {}

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    private final Map<Long, Stuck> byPosition = new ConcurrentHashMap<>();

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_outbox_stuck", this, StuckEvents::count);
    }

    static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException;
    }

    void found(long position, String aggregate, Throwable failure) {
        if (byPosition.put(position, new Stuck(aggregate, Instant.now())) == null) {
            LOG.errorf(
                    "Event %d of the outbox cannot be published, and nothing else of %s: %s",
                    position, aggregate, failure.getMessage());
        }
    }

    /// Aggregates that were tried a short while ago, in vain.
    List<String> passedOver() {
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
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(STILL_WAITING)) {
            statement.setArray(
                    1, connection.createArrayOf("int8", byPosition.keySet().toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
