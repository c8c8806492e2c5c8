package org.anchang.kit.setting;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/// Stored values that are none of their setting's own: an earlier version took them. The default counts in their
/// place; each is said once, in the log, and shows until a new value is set as `anchang_settings_unfit` and as the
/// wellness check `unfit settings`.
@Default
@Wellness
@ApplicationScoped
class UnfitSettings implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(UnfitSettings.class);

    @Inject
    Settings settings;

    @Inject
    MeterRegistry meters;

    private final Set<Settings.Unfit> said = ConcurrentHashMap.newKeySet();

    void register(@Observes StartupEvent event) {
        meters.gauge("anchang_settings_unfit", this, UnfitSettings::count);
    }

    @Override
    public HealthCheckResponse call() {
        var unfit = (long) count();
        return HealthCheckResponse.named("unfit settings")
                .status(unfit == 0)
                .withData("unfit", unfit)
                .build();
    }

    private double count() {
        try {
            var unfit = settings.unfit();
            unfit.stream()
                    .filter(said::add)
                    .forEach(set -> LOG.errorf(
                            "The setting %s of %s is %s, which it cannot be: its default counts until another value is set",
                            set.name(), set.project(), set.value()));
            return unfit.size();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
