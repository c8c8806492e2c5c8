package org.anchang.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where the office answers, and where its people sign in.
///
/// @param keycloakPassword of the console's `admin`, who switches accounts on and off; null where it is not known
record Addresses(URI gateway, URI oidc, @Nullable String keycloakPassword) {
    /// From the options, else the environment (`ANCHANG_GATEWAY`, `ANCHANG_OIDC`, `ANCHANG_KEYCLOAK_PASSWORD`), else
    /// from the file that a running local office leaves in its folder. Without a slash at the end.
    static Addresses find(RehearsalOptions options, Map<String, String> environment, Path office) throws IOException {
        var gateway = first(options.url(), environment.get("ANCHANG_GATEWAY"));
        var oidc = first(options.oidc(), environment.get("ANCHANG_OIDC"));
        var password = environment.get("ANCHANG_KEYCLOAK_PASSWORD");
        if (gateway == null || oidc == null) {
            var running = running(office);
            password = first(password, running.getProperty("keycloak.password"));
            gateway = first(gateway, running.getProperty("gateway"));
            oidc = first(oidc, running.getProperty("oidc"));
        }
        if (gateway == null || oidc == null) {
            throw new IOException("No office is running here (" + office.resolve("office.properties")
                    + " is missing): start one with deploy/up, or name another by --url and --oidc");
        }
        return new Addresses(address(gateway), address(oidc), password);
    }

    private static URI address(String text) {
        return URI.create(text.replaceAll("/+$", ""));
    }

    private static Properties running(Path office) throws IOException {
        var properties = new Properties();
        var file = office.resolve("office.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
