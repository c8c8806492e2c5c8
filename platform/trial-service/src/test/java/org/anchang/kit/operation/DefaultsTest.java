package org.anchang.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import org.anchang.kit.stop.PauseOver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    @Test
    @DisplayName("in production logs are JSON, traces are off and nobody sets the clock, unless configured otherwise")
    void production() throws IOException {
        var production = defaults("prod");

        assertThat(production.getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isTrue();
        assertThat(production.getValue("quarkus.otel.sdk.disabled", Boolean.class))
                .isTrue();
        assertThat(defaults("dev").getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isFalse();
    }

    @Test
    @DisplayName("OPS-1 an identity provider that is away costs a request less than 2 s; a stop takes less than 20 s")
    void bounds() throws IOException {
        var production = defaults("prod");

        assertThat(seconds(production, "quarkus.oidc.connection-timeout")).isLessThan(2);
        assertThat(production.getValue("quarkus.oidc.connection-retry-count", Integer.class))
                .isZero();
        assertThat(production.getOptionalValue("quarkus.oidc.connection-delay", String.class))
                .isEmpty();
        assertThat(seconds(production, "anchang.stop.limit"))
                .isLessThan(20)
                .isGreaterThan(seconds(production, "quarkus.shutdown.delay")
                        + seconds(production, "quarkus.shutdown.timeout"));
    }

    private static double seconds(SmallRyeConfig defaults, String name) {
        var duration = DurationConverter.parseDuration(defaults.getValue(name, String.class));
        return duration.toMillis() / 1e3;
    }

    private static SmallRyeConfig defaults(String profile) throws IOException {
        // Beside the kit's classes, in a folder or a jar, for other libraries have a file of this name too.
        var name = PauseOver.class.getName().replace('.', '/') + ".class";
        var place = String.valueOf(PauseOver.class.getResource("/" + name));
        var file = URI.create(place.replace(name, "META-INF/microprofile-config.properties"))
                .toURL();
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(file))
                .build();
    }
}
