package org.anchang.office.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// Which service a path belongs to, by the table `gateway.properties`; pages belong to the console.
final class Routes {

    private static final String API = "/api/v1/";
    private static final String OPENAPI = "/openapi/";

    /// @param path where the service itself has it
    record Route(String service, String path) {}

    private final Map<String, String> owners = new TreeMap<>();
    private final Set<String> services;

    Routes(Set<String> services) {
        this.services = services;
        var table = new Properties();
        try (var resource = Routes.class.getResourceAsStream("/gateway.properties")) {
            table.load(Objects.requireNonNull(resource, "gateway.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var resource : table.stringPropertyNames()) {
            var owner = table.getProperty(resource).strip();
            if (!services.contains(owner)) {
                throw new IllegalStateException("gateway.properties: no service is called " + owner);
            }
            owners.put(resource, owner);
        }
    }

    /// The route of a plain path with its query; empty where nobody owns it.
    Optional<Route> of(String uri) {
        if (uri.startsWith(API)) {
            return Optional.ofNullable(owners.get(firstSegment(uri.substring(API.length()))))
                    .map(owner -> new Route(owner, uri));
        }
        if (uri.startsWith(OPENAPI)) {
            var name = firstSegment(uri.substring(OPENAPI.length()));
            var query = uri.indexOf('?');
            return services.contains(name)
                    ? Optional.of(new Route(name, "/q/openapi" + (query < 0 ? "" : uri.substring(query))))
                    : Optional.empty();
        }
        // The console itself says where its pages begin.
        var first = firstSegment(uri.substring(1));
        return first.isEmpty() || first.equals(Gateway.CONSOLE)
                ? Optional.of(new Route(Gateway.CONSOLE, uri))
                : Optional.empty();
    }

    private static String firstSegment(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            var character = rest.charAt(i);
            if (character == '/' || character == '?') {
                return rest.substring(0, i);
            }
        }
        return rest;
    }
}
