package org.anchang.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import org.anchang.kit.clock.OfficeClock;
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
        assertThat(production.getValue("anchang.clock.settable", Boolean.class)).isFalse();
        assertThat(defaults("dev").getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isFalse();
    }

    private static SmallRyeConfig defaults(String profile) throws IOException {
        // Beside the kit's classes, for other libraries have a file of this name too.
        var kit = OfficeClock.class.getProtectionDomain().getCodeSource().getLocation();
        var file = java.net
                .URI
                .create(kit + "META-INF/microprofile-config.properties")
                .toURL();
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(file))
                .build();
    }
}
