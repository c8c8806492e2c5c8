package org.anchang.kit.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `anchang_build_info`: which version runs here, as labels of a number that is always 1.
@ApplicationScoped
class BuildInfo {
    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    void register(@Observes StartupEvent event) {
        Gauge.builder("anchang_build_info", () -> 1)
                .tag("service", service)
                .tag("version", version)
                .tag("java", Runtime.version().toString())
                .register(meters);
    }
}
