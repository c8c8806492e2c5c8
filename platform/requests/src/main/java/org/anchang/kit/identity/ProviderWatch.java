package org.anchang.kit.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Whether tokens can be checked: the wellness check `identity provider`. It is down until the provider has once told
/// its keys, for which it is asked here as well; until then requests with a token are answered with 503.
@Wellness
@ApplicationScoped
class ProviderWatch implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    TenantConfigBean providers;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("identity provider");
        try {
            if (providers.getDefaultTenant().ready()
                    || providers
                            .getDefaultTenant()
                            .initialize()
                            .await()
                            .atMost(PATIENCE)
                            .ready()) {
                return answer.up().build();
            }
            return answer.down().withData("provider", "does not answer").build();
        } catch (RuntimeException e) {
            return answer.down()
                    .withData("provider", "does not answer: " + e.getMessage())
                    .build();
        }
    }
}
