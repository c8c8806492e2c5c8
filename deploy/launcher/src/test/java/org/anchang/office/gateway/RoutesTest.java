package org.anchang.office.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import org.anchang.office.Application;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final Path DESCRIPTIONS = Path.of("../../docs/api");
    private static final String API = "/api/v1/";

    @Test
    @DisplayName("every resource of docs/api can be reached at the office's one address, and nothing else is routed")
    void complete() throws IOException {
        var described = new TreeMap<String, String>();
        for (var application : Application.values()) {
            var file = DESCRIPTIONS.resolve(application.title() + ".json");
            new JsonObject(Files.readString(file))
                    .getJsonObject("paths").fieldNames().stream()
                            .filter(path -> path.startsWith(API))
                            .map(path -> path.substring(API.length()).split("/")[0])
                            .map(resource -> named(resource, application))
                            .forEach(resource -> described.put(resource, application.title()));
        }

        var routed = new Properties();
        try (var table = Routes.class.getResourceAsStream("/gateway.properties")) {
            routed.load(table);
        }
        assertEquals(described, new TreeMap<>(routed));
    }

    /// The kit's resources have a name of their own in each service: `{settings}` is `deal-settings` in deal-service.
    private static String named(String resource, Application application) {
        return resource.startsWith("{")
                ? application.title().replace("service", resource.substring(1, resource.length() - 1))
                : resource;
    }
}
