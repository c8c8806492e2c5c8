package org.anchang.office;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.Ports;
import org.anchang.backing.PostgresServer;

/// How an office is to be laid out.
///
/// @param root             of the repository, built
/// @param folder           keeps all data and logs
/// @param ports            by name ([#GATEWAY] and so on, and the services' titles); what is not named is free
/// @param services         the services to start; the gateway routes to the others' ports all the same
/// @param replicas         how many of each service, one where it is not named
/// @param settableClock    whether callers may set the office's clock
/// @param jvmOptions       for every service and the broker, over the usual ones
/// @param postgresSettings over the usual ones
public record OfficePlan(
        Path root,
        Path folder,
        Map<String, Integer> ports,
        Set<Application> services,
        Map<Application, Integer> replicas,
        boolean settableClock,
        List<String> jvmOptions,
        Map<String, String> postgresSettings) {

    public static final String GATEWAY = "gateway";
    public static final String KEYCLOAK = "keycloak";
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";

    public OfficePlan {
        root = root.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        services = Set.copyOf(services);
        replicas = Map.copyOf(replicas);
        jvmOptions = List.copyOf(jvmOptions);
        postgresSettings = Map.copyOf(postgresSettings);
    }

    /// An office of one's own: ports that stay the same, data under `.office`.
    static OfficePlan usual(Path root) {
        var ports = new HashMap<String, Integer>(Map.of(GATEWAY, 8080, KEYCLOAK, 8180, POSTGRES, 15432, KAFKA, 19092));
        for (var application : Application.values()) {
            ports.put(application.title(), application.usualPort());
        }
        return new OfficePlan(
                root,
                root.resolve(".office"),
                ports,
                EnumSet.allOf(Application.class),
                Map.of(),
                false,
                List.of(),
                Map.of());
    }

    /// An office for tests: free ports, a clock that callers may set, data that need not outlive the machine's power,
    /// services and a broker that are compiled quickly rather than well (a benchmark takes that back).
    public static OfficePlan forTests(Path root, Path folder) {
        return new OfficePlan(
                root,
                folder,
                Map.of(),
                EnumSet.allOf(Application.class),
                Map.of(),
                true,
                List.of("-XX:TieredStopAtLevel=1"),
                PostgresServer.QUICK);
    }

    public OfficePlan withReplicas(Application application, int count) {
        var counts = new EnumMap<Application, Integer>(Application.class);
        counts.putAll(replicas);
        counts.put(application, count);
        return new OfficePlan(root, folder, ports, services, counts, settableClock, jvmOptions, postgresSettings);
    }

    public OfficePlan withServices(Set<Application> some) {
        return new OfficePlan(root, folder, ports, some, replicas, settableClock, jvmOptions, postgresSettings);
    }

    public OfficePlan withJvmOptions(List<String> options) {
        return new OfficePlan(root, folder, ports, services, replicas, settableClock, options, postgresSettings);
    }

    OfficePlan withPorts(Map<String, Integer> others) {
        var all = new HashMap<>(ports);
        all.putAll(others);
        return new OfficePlan(root, folder, all, services, replicas, settableClock, jvmOptions, postgresSettings);
    }

    OfficePlan withSettableClock(boolean settable) {
        return new OfficePlan(root, folder, ports, services, replicas, settable, jvmOptions, postgresSettings);
    }

    OfficePlan withFolder(Path other) {
        return new OfficePlan(root, other, ports, services, replicas, settableClock, jvmOptions, postgresSettings);
    }

    int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    int replicas(Application application) {
        return replicas.getOrDefault(application, 1);
    }

    /// Refuses a service that the build has not made.
    void requireBuilt() {
        for (var application : services) {
            var runner = application.runner(root);
            if (!Files.isRegularFile(runner)) {
                throw new BackingFailure("%s is not built (%s is missing); run deploy/up, which builds it"
                        .formatted(application.title(), runner));
            }
        }
    }

    /// Refuses a port that somebody else has, and one that was given twice.
    void requirePorts() {
        if (ports.values().stream().distinct().count() < ports.size()) {
            throw new BackingFailure("two parts were given the same port; give each its own with --port NAME=NUMBER");
        }
        new TreeMap<>(ports).forEach((name, port) -> {
            var application = Application.named(name);
            if (application.isEmpty() || services.contains(application.get())) {
                Ports.requireFree(port, "start with --port %s=NUMBER".formatted(name));
            }
        });
    }
}
