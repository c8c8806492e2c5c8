package org.anchang.office;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.Ports;
import org.anchang.backing.PostgresServer;

/// How an office is to be laid out.
///
/// @param root             of the repository, built
/// @param folder           keeps all data and logs
/// @param ports            by name ([#GATEWAY] and so on, and the servers' titles); what is not named is free
/// @param servers          to start; the gateway routes to the others' ports all the same
/// @param replicas         how many of each service, one where it is not named
/// @param settableClock    whether callers may set the office's clock
/// @param jvmOptions       for every server and the broker, over the usual ones
/// @param postgresSettings over the usual ones
public record OfficePlan(
        Path root,
        Path folder,
        Map<String, Integer> ports,
        Set<Server> servers,
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
        servers = Set.copyOf(servers);
        replicas = Map.copyOf(replicas);
        jvmOptions = List.copyOf(jvmOptions);
        postgresSettings = Map.copyOf(postgresSettings);
    }

    /// An office of one's own: ports that stay the same, data under `.office`.
    static OfficePlan usual(Path root) {
        var ports = new HashMap<String, Integer>(Map.of(GATEWAY, 8080, KEYCLOAK, 8180, POSTGRES, 15432, KAFKA, 19092));
        for (var server : Server.all()) {
            ports.put(server.title(), server.usualPort());
        }
        return new OfficePlan(
                root, root.resolve(".office"), ports, Set.copyOf(Server.all()), Map.of(), false, List.of(), Map.of());
    }

    /// An office for tests: free ports, a clock that callers may set, data that need not outlive the machine's power,
    /// services and a broker that are compiled quickly rather than well (a benchmark takes that back).
    public static OfficePlan forTests(Path root, Path folder) {
        return new OfficePlan(
                root,
                folder,
                Map.of(),
                Set.copyOf(Server.all()),
                Map.of(),
                true,
                KafkaBroker.QUICK,
                PostgresServer.QUICK);
    }

    public OfficePlan withReplicas(Application application, int count) {
        var counts = new EnumMap<Application, Integer>(Application.class);
        counts.putAll(replicas);
        counts.put(application, count);
        return new OfficePlan(root, folder, ports, servers, counts, settableClock, jvmOptions, postgresSettings);
    }

    public OfficePlan withServers(Set<Server> some) {
        return new OfficePlan(root, folder, ports, some, replicas, settableClock, jvmOptions, postgresSettings);
    }

    public OfficePlan withJvmOptions(List<String> options) {
        return new OfficePlan(root, folder, ports, servers, replicas, settableClock, options, postgresSettings);
    }

    OfficePlan withPorts(Map<String, Integer> others) {
        var all = new HashMap<>(ports);
        all.putAll(others);
        return new OfficePlan(root, folder, all, servers, replicas, settableClock, jvmOptions, postgresSettings);
    }

    OfficePlan withSettableClock(boolean settable) {
        return new OfficePlan(root, folder, ports, servers, replicas, settable, jvmOptions, postgresSettings);
    }

    OfficePlan withFolder(Path other) {
        return new OfficePlan(root, other, ports, servers, replicas, settableClock, jvmOptions, postgresSettings);
    }

    int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    int replicas(Server server) {
        return server instanceof Application application ? replicas.getOrDefault(application, 1) : 1;
    }

    /// Refuses a server that the build has not made.
    void requireBuilt() {
        for (var server : servers) {
            var runner = server.runner(root);
            if (!Files.isRegularFile(runner)) {
                throw new BackingFailure("%s is not built (%s is missing); run deploy/up, which builds it"
                        .formatted(server.title(), runner));
            }
        }
    }

    /// Refuses a port that somebody else has, and one that was given twice.
    void requirePorts() {
        if (ports.values().stream().distinct().count() < ports.size()) {
            throw new BackingFailure("two parts were given the same port; give each its own with --port NAME=NUMBER");
        }
        new TreeMap<>(ports).forEach((name, port) -> {
            var server = Server.named(name);
            if (server.isEmpty() || servers.contains(server.get())) {
                Ports.requireFree(port, "start with --port %s=NUMBER".formatted(name));
            }
        });
    }
}
