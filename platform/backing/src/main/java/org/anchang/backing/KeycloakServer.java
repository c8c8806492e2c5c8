package org.anchang.backing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A Keycloak on 127.0.0.1 that keeps its realm in our PostgreSQL; its realm file is imported on the first start.
///
/// The distribution is unpacked and built (`kc.sh build`) once per version on this machine.
public final class KeycloakServer implements AutoCloseable {

    /// The realm all services trust.
    public static final String REALM = "anchang";

    private static final String DATABASE = "keycloak";
    private static final String WAY_OUT = "start again, or afresh (--fresh) if its data is broken and may go";
    /// Part of the name in the cache: other options are another build.
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--cache=local");

    private final Path folder;
    private final Path distribution;
    private final Path realm;
    private final PostgresServer database;
    private final DatabaseRole role;
    private final String adminPassword;
    private final Map<String, String> realmVariables;
    private final int port;
    private final int managementPort = Ports.free();
    private final List<String> jvmOptions;
    private @Nullable AotCache cache;
    private @Nullable OwnProcess process;

    /// Where Keycloak comes from, and what it is to know.
    ///
    /// @param databasePassword of its role, `keycloak`, which alone can open its database
    /// @param adminPassword    of the console's first user, `admin`; counts when the database is new
    /// @param realmVariables   what the realm file names as in `${NAME}`; counts when the realm is new
    public record Source(
            Path distributionZip,
            Path realmFile,
            String databasePassword,
            String adminPassword,
            Map<String, String> realmVariables) {}

    /// A server that is not started yet.
    ///
    /// @param folder   keeps its log; its data is in the database `keycloak`
    /// @param port     0 for a free one
    /// @param database must be up when this one starts
    public KeycloakServer(Path folder, int port, Source source, PostgresServer database, List<String> jvmOptions) {
        this.folder = folder.toAbsolutePath();
        this.distribution = source.distributionZip();
        this.realm = source.realmFile();
        this.database = database;
        this.role = new DatabaseRole(DATABASE, source.databasePassword());
        this.adminPassword = source.adminPassword();
        this.realmVariables = Map.copyOf(source.realmVariables());
        this.port = Ports.orFree(port);
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /// Unpacks and builds the distribution where that was not done before; takes half a minute then.
    public Path prepare() {
        var version = distribution.getFileName().toString().replace(".zip", "");
        var options = Integer.toHexString(BUILD_OPTIONS.hashCode());
        return Unpacked.folder(version + "-" + options, unpacked -> {
            unzip(unpacked);
            build(unpacked);
        });
    }

    /// Starts it and returns when it is ready; where it runs already, nothing happens.
    public synchronized KeycloakServer start() {
        if (process != null && process.alive()) {
            return this;
        }
        var programs = prepare();
        Ports.requireFree(port, "choose another port for Keycloak");
        database.create(new ServiceDatabase(DATABASE, role, List.of(), List.of()));
        boolean ready;
        OwnProcess started;
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var tables = new KeycloakTables(programs);
            var makesTables = layOut(tables);
            var home = home(programs);
            do {
                started = OwnProcess.start(program(programs, home));
                ready = started.awaitReady(() -> ready(http));
            } while (!ready && cache().broke(started));
            process = started;
            if (ready && makesTables) {
                keep(tables);
            }
        } catch (IOException e) {
            throw new BackingFailure(
                    "Keycloak cannot use its folder %s: %s; give it to this user or start afresh (--fresh)"
                            .formatted(folder, BackingFailure.reason(e)),
                    e);
        }
        if (!ready) {
            var failure = started.failure("the server", WAY_OUT);
            started.kill();
            throw failure;
        }
        return this;
    }

    /// Where a start finds what an earlier run left to be remembered.
    public synchronized AotCache cache() {
        if (cache == null) {
            var programs = prepare();
            cache = new AotCache(programs, "keycloak", programs);
        }
        return cache;
    }

    /// Ends it in an orderly way.
    public synchronized void stop() {
        if (process != null) {
            cache().stop(process, Duration.ofSeconds(10));
        }
    }

    /// The same as [#stop()].
    @Override
    public void close() {
        stop();
    }

    public synchronized boolean alive() {
        return process != null && process.alive();
    }

    /// Its address for people and services alike; the issuer of tokens begins with it.
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /// What services trust: the realm's address.
    public URI issuer() {
        return address().resolve("/realms/" + REALM);
    }

    /// Where the realm is administered.
    public URI administration() {
        return address().resolve("/admin/realms/" + REALM);
    }

    private void unzip(Path target) throws IOException {
        if (!Files.isRegularFile(distribution)) {
            throw new BackingFailure(
                    "Keycloak's distribution %s is missing; build deploy/launcher first".formatted(distribution));
        }
        try (var zip = ZipFile.builder().setPath(distribution).get()) {
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                var below = Path.of(entry.getName());
                var file = target.resolve(below.subpath(0, 1).relativize(below)).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (var content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    private static void build(Path unpacked) {
        var command =
                new ArrayList<>(List.of("sh", unpacked.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        var environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        var program = new OwnProcess.Program(
                "Keycloak's build", command, environment, unpacked, unpacked.resolve("build.log"));
        var build = OwnProcess.start(program);
        if (!build.awaitEnd() || build.exitCode() != 0) {
            var failure = build.failure("the build", "delete its folder in the cache and try again");
            build.kill();
            throw failure;
        }
    }

    /// A home of links: the programs are shared, what is imported is this office's own.
    private Path home(Path programs) throws IOException {
        var home = folder.resolve("home");
        Unpacked.delete(home);
        Files.createDirectories(home.resolve("data/import"));
        for (var part : List.of("bin", "conf", "lib", "providers", "themes")) {
            Files.createSymbolicLink(home.resolve(part), programs.resolve(part));
        }
        Files.copy(
                realm, home.resolve("data/import").resolve(REALM + "-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        return home;
    }

    /// What kc.sh would run, without the shell in between: the JVM itself is our child and dies with us.
    private OwnProcess.Program program(Path programs, Path home) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=256m",
                // It signs a token now and then: a quick start is worth more than the last word in throughput.
                "-XX:TieredStopAtLevel=1",
                // Its usual room; compiling quickly alone would leave a fifth of it.
                "-XX:ReservedCodeCacheSize=240m",
                // As many classes as it has are no reason to look through the heap.
                "-XX:MetaspaceSize=160m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var remembered = cache().options();
        command.addAll(remembered);
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Duser.language=en",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf")));
        // An AotCache remembers nothing of classes that a loader of their own has loaded, as Quarkus has one; without a
        // cache that loader is the quicker one.
        command.addAll(
                remembered.isEmpty()
                        ? List.of(
                                "-cp",
                                programs.resolve("lib/quarkus-run.jar").toString(),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                        : List.of("@" + classPath(programs), "org.keycloak.quarkus.runtime.KeycloakMain"));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + address(),
                "--db-url=" + database.jdbcUrl(DATABASE),
                "--db-pool-max-size=20"));
        if (!imported()) {
            command.add("--import-realm");
        }
        var environment = new HashMap<>(realmVariables);
        environment.putAll(Map.of(
                "KC_DB_USERNAME",
                role.name(),
                "KC_DB_PASSWORD",
                role.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword));
        return new OwnProcess.Program("Keycloak", command, environment, folder, folder.resolve("keycloak.log"));
    }

    /// A realm that is there would be read from its file once more and left as it is.
    private boolean imported() {
        try (var connection = database.connect(DATABASE);
                var query = connection.prepareStatement("SELECT 1 FROM realm WHERE name = ?")) {
            query.setString(1, REALM);
            return query.executeQuery().next();
        } catch (SQLException _) {
            // No tables yet.
            return false;
        }
    }

    /// The jars that Quarkus' class loader would look through, in its order; a file, as they are too many for a
    /// command line.
    private Path classPath(Path programs) throws IOException {
        var jars = new ArrayList<String>();
        for (var part : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            try (var files = Files.list(programs.resolve("lib").resolve(part))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".jar"))
                        // Transformed classes come before those that they were made of.
                        .sorted(Comparator.reverseOrder())
                        .forEach(jars::add);
            }
        }
        return Files.writeString(folder.resolve("class-path"), "-cp \"" + String.join(File.pathSeparator, jars) + "\"");
    }

    private boolean ready(HttpClient http) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/realms/" + REALM))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean layOut(KeycloakTables tables) throws IOException {
        try (var connection = ownConnection()) {
            return tables.layOut(connection);
        } catch (SQLException e) {
            throw new BackingFailure("Keycloak's tables cannot be made: " + e.getMessage() + "; " + WAY_OUT, e);
        }
    }

    private void keep(KeycloakTables tables) {
        try (var connection = ownConnection()) {
            tables.keep(connection);
        } catch (SQLException _) {
            // The next first start is as slow as this one.
        }
    }

    private Connection ownConnection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(DATABASE), role.name(), role.password());
    }
}
