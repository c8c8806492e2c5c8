package org.anchang.office;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.anyOf;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anchang.backing.AotCache;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.DatabaseRole;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.KeycloakServer;
import org.anchang.backing.Ports;
import org.anchang.backing.PostgresServer;
import org.anchang.backing.ServiceDatabase;
import org.anchang.backing.Waiting;
import org.anchang.clock.HeaderClock;
import org.anchang.office.gateway.Gateway;
import org.jspecify.annotations.Nullable;

/// A running office: PostgreSQL, Kafka, Keycloak, the five services, the console and the gateway, all on this machine.
///
/// Every part can be killed (SIGKILL) and started again; it comes back on the same port with the same data. All parts
/// die with this JVM, however it ends.
public final class Office implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final String CONSOLE_SECRET = "ANCHANG_CONSOLE_CLIENT_SECRET";
    private static final String STAFF_SECRET = "ANCHANG_STAFF_CLIENT_SECRET";
    private static final Duration TOLD_EVERY = Duration.ofSeconds(30);
    private static final int TOKEN_TRIES = 5;
    /// An account of the realm file.
    private static final String ADMINISTRATOR = "admin.office";

    private final OfficePlan plan;
    private final OfficeFolder folder;
    private final Passwords passwords;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final KeycloakServer keycloak;
    private final Map<Server, List<Replica>> replicas = new HashMap<>();
    private final Attendance attendance = new Attendance();
    private final Gateway gateway;
    private final int gatewayPort;
    private final Tokens tokens;
    private final boolean training;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean settableClock;
    private volatile boolean closing;

    private Office(OfficePlan plan, OfficeFolder folder, boolean training) {
        this.plan = plan;
        this.folder = folder;
        this.training = training;
        this.settableClock = plan.settableClock();
        passwords = new Passwords(folder.part(Passwords.FILE));
        postgres = new PostgresServer(
                folder.part("postgres"),
                plan.port(OfficePlan.POSTGRES),
                plan.postgresSettings(),
                passwords.of("postgres"));
        kafka = new KafkaBroker(folder.part("kafka"), plan.port(OfficePlan.KAFKA), plan.jvmOptions());
        keycloak = new KeycloakServer(
                folder.part("keycloak"),
                plan.port(OfficePlan.KEYCLOAK),
                new KeycloakServer.Source(
                        keycloakZip(plan.root()),
                        plan.root().resolve("deploy/keycloak/anchang-realm.json"),
                        passwords.of("keycloak"),
                        keycloakPassword(),
                        Map.of(CONSOLE_SECRET, clientSecret(), STAFF_SECRET, staffSecret())),
                postgres,
                List.of());
        for (var server : Server.all()) {
            var copies = new CopyOnWriteArrayList<Replica>();
            for (int number = 0; number < plan.replicas(server); number++) {
                copies.add(new Replica(server, number, plan));
            }
            replicas.put(server, copies);
        }
        gatewayPort = Ports.orFree(plan.port(OfficePlan.GATEWAY));
        gateway = new Gateway(
                gatewayPort,
                Application.titles(),
                title -> attendance.ports(
                        requireNonNull(replicas.get(Server.named(title).orElseThrow()))));
        tokens = new Tokens(keycloak.issuer());
    }

    /// Starts a whole office and returns when every service is ready to work.
    ///
    /// @param fresh whether to begin with no data
    public static Office start(OfficePlan plan, boolean fresh, Progress progress) {
        return start(plan, fresh, false, progress);
    }

    /// Starts an office with no data, whose end writes down what its parts remember of this run for later starts (see
    /// [AotCache]); parts that remember one already do not do so again.
    static Office train(OfficePlan plan, Progress progress) {
        return start(plan, true, true, progress);
    }

    private static Office start(OfficePlan plan, boolean fresh, boolean training, Progress progress) {
        plan.requireBuilt();
        var folder = OfficeFolder.take(plan.folder());
        Office office = null;
        try {
            plan.requirePorts();
            if (fresh) {
                folder.empty();
            }
            office = new Office(plan, folder, training);
            if (training) {
                office.caches().filter(cache -> !cache.trained()).forEach(AotCache::train);
            }
            office.startParts(progress);
            folder.note(office.addresses());
            return office;
        } catch (RuntimeException e) {
            if (office != null) {
                office.close();
            } else {
                folder.close();
            }
            throw e;
        }
    }

    /// Whether every part remembers an earlier run.
    boolean trained() {
        return caches().allMatch(AotCache::trained);
    }

    private Stream<AotCache> caches() {
        return Stream.concat(
                Stream.of(kafka.cache(), keycloak.cache()), started().map(Replica::cache));
    }

    public URI gateway() {
        return URI.create("http://localhost:" + gatewayPort);
    }

    /// The realm that issues and vouches for tokens.
    public URI issuer() {
        return keycloak.issuer();
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /// A replica's own address, past the gateway; replicas count from 0.
    public URI address(Server server, int replica) {
        return replica(server, replica).address();
    }

    /// What seals personal data at rest and vouches for deal-service at inventory-service.
    public String sealingKey() {
        return folder.sealingKey();
    }

    /// Reads every service's database, and nothing else.
    public DatabaseRole auditor() {
        return new DatabaseRole("auditor", passwords.of("auditor"));
    }

    /// Of `admin`, who switches accounts on and off.
    public String keycloakPassword() {
        return passwords.of("keycloak.admin");
    }

    /// An access token of a demo user, as in `li.na`.
    public String token(String user) {
        return tokens.of(user);
    }

    /// SIGKILL to one replica.
    public void kill(Server server, int replica) {
        replica(server, replica).kill();
    }

    /// Starts another replica of a service, and returns when it is ready.
    public void add(Application application) {
        var copies = requireNonNull(replicas.get(application));
        var another = new Replica(application, copies.size(), plan);
        copies.add(another);
        start(another);
        attendance.watch(copies);
    }

    /// SIGTERM to one replica; returns when it is gone.
    ///
    /// @return its exit code
    public int stop(Server server, int replica) {
        return replica(server, replica).stop();
    }

    /// Starts a replica that is gone again and returns when it is ready.
    public void restart(Server server, int replica) {
        start(replica(server, replica));
    }

    public void killBroker() {
        kafka.kill();
    }

    public void restartBroker() {
        kafka.start();
    }

    public void killPostgres() {
        postgres.kill();
    }

    public void restartPostgres() {
        postgres.start();
    }

    /// The parts that should run and do not, by name with the place to look; none while the office is closing.
    public List<String> missing() {
        return parts().stream()
                .filter(part -> !part.isAlive())
                .map(part -> "%s (see %s)".formatted(part.name(), part.log()))
                .toList();
    }

    /// What runs, in the order in which it is needed.
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(part("PostgreSQL", "postgres/postgres.log", postgres::alive, postgres::start));
        parts.add(part("Kafka", "kafka/kafka.log", kafka::alive, kafka::start));
        parts.add(part("Keycloak", "keycloak/keycloak.log", keycloak::alive, keycloak::start));
        started()
                .map(replica -> part(replica.name(), replica.log(), replica::alive, () -> start(replica)))
                .forEach(parts::add);
        return parts;
    }

    private Part part(String name, String log, BooleanSupplier alive, Runnable start) {
        return part(name, folder.part(log), alive, start);
    }

    /// One that the office ends itself is not missed, nor started again.
    private Part part(String name, Path log, BooleanSupplier alive, Runnable start) {
        return new Part(name, log, () -> closing || alive.getAsBoolean(), () -> {
            if (!closing) {
                start.run();
            }
        });
    }

    /// Whether it has begun to end.
    boolean closing() {
        return closing;
    }

    /// From now on nobody sets the clock and thus dates a command as it suits them: the services start again without.
    void takeBackClock() {
        settableClock = false;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            allOf(started()
                            .map(replica -> runAsync(() -> startAgain(replica), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BackingFailure failure ? failure : e;
        }
    }

    private void startAgain(Replica replica) {
        replica.stop();
        start(replica);
    }

    /// Ends the services first, then what they stand on.
    @Override
    public void close() {
        closing = true;
        gateway.close();
        attendance.close();
        var ends = new ArrayList<Runnable>(List.of(keycloak::stop));
        started().forEach(replica -> ends.add(replica::stop));
        // Writing down what is remembered takes as much memory as the part itself: one at a time.
        try (var threads =
                training ? Executors.newSingleThreadExecutor() : Executors.newVirtualThreadPerTaskExecutor()) {
            ends.forEach(threads::execute);
        }
        kafka.stop();
        postgres.stop();
        tokens.close();
        folder.close();
    }

    /// Whatever can start beside something else does; the first failure ends the start at once.
    private void startParts(Progress progress) {
        gateway.start();
        replicas.values().forEach(attendance::watch);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var failed = new CompletableFuture<Void>();
        Function<Step, Runnable> asked = step -> () -> {
            try {
                var begun = System.nanoTime();
                if (step.part() != null) {
                    underWay.add(step.part());
                }
                step.work().run();
                if (step.part() != null) {
                    underWay.remove(step.part());
                    progress.say(String.format(
                            Locale.ROOT, "%s is ready, after %.1f s", step.part(), (System.nanoTime() - begun) / 1e9));
                }
            } catch (RuntimeException e) {
                failed.completeExceptionally(e);
                throw e;
            }
        };
        threads.execute(() -> tellWhatIsAwaited(progress));
        var database = runAsync(asked.apply(new Step(this::startPostgres, "PostgreSQL")), threads);
        var broker = runAsync(asked.apply(new Step(this::startKafka, "Kafka")), threads);
        var programs = runAsync(asked.apply(new Step(keycloak::prepare, null)), threads);
        var login =
                allOf(database, programs).thenRunAsync(asked.apply(new Step(this::startKeycloak, "Keycloak")), threads);
        var all = new ArrayList<>(List.of(broker, login));
        // More of them at once are only in each other's way, and in Keycloak's, which is awaited longest.
        var turns = new Semaphore(1 + Runtime.getRuntime().availableProcessors());
        started()
                // The console asks for the realm as it starts.
                .map(replica -> (replica.server() == Console.CONSOLE ? login : allOf(database, broker))
                        .thenRunAsync(
                                inTurn(turns, asked.apply(new Step(() -> start(replica), replica.name()))), threads))
                .forEach(all::add);
        try {
            anyOf(allOf(all.toArray(CompletableFuture[]::new)), failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Runnable inTurn(Semaphore turns, Runnable work) {
        return () -> {
            try {
                turns.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the start has failed");
            }
            try {
                work.run();
            } finally {
                turns.release();
            }
        };
    }

    /// A first start on a slow machine takes minutes: what is not ready yet, and what it does.
    private void tellWhatIsAwaited(Progress progress) {
        while (!Waiting.until(TOLD_EVERY, () -> false)
                && !Thread.currentThread().isInterrupted()) {
            parts().stream()
                    .filter(part -> underWay.contains(part.name()))
                    .forEach(part -> progress.say("awaiting %s: %s".formatted(part.name(), part.lastLine())));
        }
    }

    private void start(Replica replica) {
        replica.start(environment(replica.server()), settableClock);
    }

    private Map<String, String> addresses() {
        return Map.of(
                "gateway", gateway().toString(),
                "oidc", issuer().toString(),
                "keycloak.password", keycloakPassword(),
                "postgres", postgres.jdbcUrl(""),
                "postgres.user", auditor().name(),
                "postgres.password", auditor().password(),
                "kafka", bootstrapServers());
    }

    /// @param part whose name it is that is ready then
    private record Step(Runnable work, @Nullable String part) {}

    private void startPostgres() {
        postgres.start();
        for (var application : Application.values()) {
            postgres.create(database(application));
        }
    }

    private void startKafka() {
        kafka.start();
        var topics = new HashMap<String, Integer>();
        for (var application : Application.values()) {
            topics.put(application.topic(), PARTITIONS);
            topics.put(application.deadLetters(), PARTITIONS);
        }
        kafka.createTopics(topics);
    }

    /// Nobody can work before a token can be had, whoever else is ready.
    private void startKeycloak() {
        keycloak.start();
        for (int left = TOKEN_TRIES; ; left--) {
            try {
                tokens.of(ADMINISTRATOR);
                return;
            } catch (BackingFailure e) {
                if (left == 1 || !keycloak.alive() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /// What a server is told about the world; the same variables that operators set.
    private Map<String, String> environment(Server server) {
        return switch (server) {
            case Application application -> environment(application);
            case Console _ ->
                Map.of(
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        keycloak.issuer().toString(),
                        "ANCHANG_GATEWAY_URL",
                        gateway().toString(),
                        CONSOLE_SECRET,
                        clientSecret(),
                        "ANCHANG_CONSOLE_SESSION_SECRET",
                        passwords.of("console.session"));
        };
    }

    private Map<String, String> environment(Application application) {
        var database = database(application);
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database.name()),
                "QUARKUS_DATASOURCE_USERNAME", database.user().name(),
                "QUARKUS_DATASOURCE_PASSWORD", database.user().password(),
                "QUARKUS_FLYWAY_USERNAME", database.owner().name(),
                "QUARKUS_FLYWAY_PASSWORD", database.owner().password(),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer().toString(),
                // As long as the gateway takes to learn that a replica is going.
                "QUARKUS_SHUTDOWN_DELAY", "2S",
                "ANCHANG_SEALING_KEY", folder.sealingKey()));
        if (settableClock) {
            environment.put("ORG_ECLIPSE_MICROPROFILE_REST_CLIENT_PROPAGATEHEADERS", HeaderClock.PASSED_ON);
        }
        if (application == Application.DEAL) {
            environment.put("INVENTORY_SERVICE_URL", gateway().toString());
            environment.put("CUSTOMER_SERVICE_URL", gateway().toString());
        }
        if (application == Application.CUSTOMER) {
            environment.put("ANCHANG_ACCOUNTS_URL", keycloak.administration().toString());
            environment.put(STAFF_SECRET, staffSecret());
            environment.put("ANCHANG_PUBLIC_URL", gateway().toString());
            for (var neighbour : List.of("APPROVAL", "INVENTORY", "DEAL")) {
                environment.put(neighbour + "_SERVICE_URL", gateway().toString());
            }
        }
        return environment;
    }

    /// SEC-6: a service's own, which nobody else's role can open.
    private ServiceDatabase database(Application application) {
        var name = application.database();
        return ServiceDatabase.of(name, passwords.of(name + ".owner"), passwords.of(name + ".service"))
                .readBy(auditor());
    }

    /// By which the identity provider knows the console.
    private String clientSecret() {
        return passwords.of("console.client");
    }

    /// By which the identity provider knows the one service that manages people's accounts.
    private String staffSecret() {
        return passwords.of("staff.client");
    }

    private Replica replica(Server server, int number) {
        return requireNonNull(replicas.get(server)).get(number);
    }

    private Stream<Replica> started() {
        return plan.servers().stream().flatMap(server -> requireNonNull(replicas.get(server)).stream());
    }

    private static Path keycloakZip(Path root) {
        var built = root.resolve("deploy/launcher/target/keycloak");
        try (var files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | NoSuchElementException _) {
            throw new BackingFailure(
                    "Keycloak's distribution is missing in " + built + "; run deploy/up, which puts it there");
        }
    }
}
