package org.anchang.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How far the relay lags behind (`anchang_outbox_lag_seconds`, `anchang_outbox_waiting`), and the end of published
/// rows.
@ApplicationScoped
class OutboxWatch implements Sweep {
    private static final String LAG =
            "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 FROM outbox WHERE published_at IS NULL";
    private static final String WAITING = "SELECT count(*)::float8 FROM outbox WHERE published_at IS NULL";
    private static final String NEXT_DUE =
            "SELECT min(published_at) + interval '%d days' FROM outbox WHERE published_at IS NOT NULL";
    private static final String PURGE = """
            DELETE FROM outbox WHERE position IN (
                SELECT position FROM outbox WHERE published_at < clock_timestamp() - make_interval(days => :days)
                ORDER BY published_at LIMIT 5000 FOR UPDATE SKIP LOCKED)""";

    @Inject
    Database database;

    @Inject
    Slices slices;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "anchang.outbox.keep-days", defaultValue = "30")
    int keepDays;

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_outbox_lag_seconds", this, watch -> watch.number(LAG));
        meters.gauge("anchang_outbox_waiting", this, watch -> watch.number(WAITING));
    }

    @Override
    public String nextDue() {
        return NEXT_DUE.formatted(keepDays);
    }

    @Override
    public void run() {
        slices.run(() -> database.sql(PURGE).with("days", keepDays).write());
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    private double number(String query) {
        try {
            return database.sql(query).one(Double.class);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
