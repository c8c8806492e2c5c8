package org.anchang.backing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL 18 with its data in a folder, listening on 127.0.0.1.
///
/// Data survives [#stop()], [#kill()] and this JVM; a next [#start()] goes on with it, on the same
/// port. As root, as an ordinary user and without user namespaces alike. One instance may be used by several threads.
public final class PostgresServer implements AutoCloseable {

    /// For tests: what is committed outlives a SIGKILL, but not the power of the machine.
    public static final Map<String, String> QUICK = Map.of("fsync", "off", "full_page_writes", "off");

    private static final String USER = "anchang";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String WAY_OUT = "start again, or afresh (--fresh) if its data is broken and may go";
    private static final Duration ORPHAN_GONE_WITHIN = Duration.ofSeconds(15);

    private final Path data;
    private final Path log;
    private final int port;
    private final Map<String, String> settings;
    private final String password;
    private @Nullable OwnProcess process;

    /// A server for tests, not started yet; the superuser's password is no secret.
    ///
    /// @param folder   keeps its data and its log; made where it is not there
    /// @param port     0 for a free one
    /// @param settings of postgresql.conf, over the ones chosen here
    public PostgresServer(Path folder, int port, Map<String, String> settings) {
        this(folder, port, settings, USER);
    }

    /// A server that is not started yet.
    ///
    /// @param folder   keeps its data and its log; made where it is not there
    /// @param port     0 for a free one
    /// @param settings of postgresql.conf, over the ones chosen here
    /// @param password of the superuser, from its first start on
    public PostgresServer(Path folder, int port, Map<String, String> settings, String password) {
        this.password = password;
        this.data = folder.toAbsolutePath().resolve("data");
        this.log = folder.toAbsolutePath().resolve("postgres.log");
        this.port = Ports.orFree(port);
        this.settings = new TreeMap<>(Map.of(
                "max_connections", "300",
                "shared_buffers", "256MB",
                "max_wal_size", "1GB",
                "log_min_messages", "warning"));
        this.settings.putAll(settings);
    }

    /// Starts it and returns when it answers; where it runs already, nothing happens.
    public synchronized PostgresServer start() {
        if (process != null && process.alive()) {
            return this;
        }
        var programs = PostgresPrograms.folder();
        var user = Unprivileged.find();
        try {
            initialise(programs, user);
            user.own(data);
            awaitOrphan();
            Ports.requireFree(port, "choose another port for PostgreSQL");
            var orphansGoneBy = System.nanoTime() + ORPHAN_GONE_WITHIN.toNanos();
            do {
                process = launch(programs, user);
            } while (!ready(process) && orphansHoldMemory(process) && System.nanoTime() < orphansGoneBy);
            if (!process.alive()) {
                throw process.failure("the server", WAY_OUT);
            }
            return this;
        } catch (IOException e) {
            throw new BackingFailure(
                    "PostgreSQL cannot use its data folder %s: %s; give it to this user or start afresh (--fresh)"
                            .formatted(data, BackingFailure.reason(e)),
                    e);
        }
    }

    /// Makes a database of that name where there is none.
    public void createDatabase(String name) {
        try (var connection = connect("postgres");
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            if (!query.executeQuery().next()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create database " + statement.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException e) {
            throw new BackingFailure("PostgreSQL does not make the database " + name + ": " + e.getMessage(), e);
        }
    }

    /// Makes a database that its own roles alone can open (SEC-6); what is there stays, passwords become these.
    public void create(ServiceDatabase database) {
        try (var connection = connect("postgres")) {
            database.make(connection);
        } catch (SQLException e) {
            var another = WRONG_PASSWORD.equals(e.getSQLState());
            throw new BackingFailure(
                    "PostgreSQL does not make the database %s: %s%s"
                            .formatted(
                                    database.name(),
                                    e.getMessage(),
                                    another
                                            ? "; its data was begun with another password: start afresh (--fresh)"
                                            : ""),
                    e);
        }
    }

    /// Fast shutdown: open transactions are rolled back, everything committed is on disk.
    public synchronized void stop() {
        if (process != null) {
            process.stop(OwnProcess.Signal.INT, Duration.ofSeconds(30));
        }
    }

    /// The same as [#stop()].
    @Override
    public void close() {
        stop();
    }

    /// SIGKILL to the postmaster, as by a power cut; [#start()] recovers.
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public synchronized boolean alive() {
        return process != null && process.alive();
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// A new connection of the superuser.
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    private void initialise(Path programs, Unprivileged user) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        // Beside and renamed at the end: a half-made cluster would be taken for a whole one.
        var making = data.resolveSibling("data.making");
        Unpacked.delete(making);
        Files.createDirectories(making);
        var passwordFile = making.resolveSibling("password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        user.own(passwordFile);
        user.own(making);
        var command = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + making,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        var initdb = OwnProcess.start(program("initdb", command), user.entry(), OwnProcess.Signal.KILL);
        if (!initdb.awaitEnd() || initdb.exitCode() != 0) {
            var failure = initdb.failure("the making of " + data, "give it an empty folder to write in");
            initdb.kill();
            throw failure;
        }
        Files.delete(passwordFile);
        Unpacked.delete(data);
        Files.move(making, data);
    }

    private OwnProcess launch(Path programs, Unprivileged user) {
        var command = new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1", "-k", ""));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return OwnProcess.start(program("PostgreSQL", command), user.entry(), OwnProcess.Signal.INT);
    }

    private OwnProcess.Program program(String name, List<String> command) {
        return new OwnProcess.Program(name, command, Map.of("LC_ALL", "C"), requireNonNull(data.getParent()), log);
    }

    /// A postmaster that has lost its parent goes by itself soon; one that stays belongs to somebody else.
    private void awaitOrphan() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var old = ProcessHandle.of(pid);
        if (old.isEmpty()) {
            // Left to PostgreSQL, which also looks whether the dead one's backends are still at work.
            return;
        }
        if (!mayBePostgres(old.get())) {
            // The number went to another program since, which PostgreSQL would take for a running postmaster.
            Files.delete(pidFile);
            return;
        }
        if (!Waiting.until(ORPHAN_GONE_WITHIN, () -> !old.get().isAlive())) {
            throw new BackingFailure(
                    "PostgreSQL's data folder %s is in use by process %d; end it first".formatted(data, pid));
        }
    }

    private static boolean mayBePostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    /// Ready is what the postmaster itself writes into the eighth line of its pid file.
    private boolean ready(OwnProcess started) {
        var pidFile = data.resolve("postmaster.pid");
        if (!started.awaitReady(() -> saysReady(started, pidFile)) && started.alive()) {
            var failure = started.failure("the server", WAY_OUT);
            started.kill();
            throw failure;
        }
        return started.alive();
    }

    private static boolean orphansHoldMemory(OwnProcess started) {
        return started.tail().contains("pre-existing shared memory block")
                && !Waiting.until(Duration.ofMillis(200), () -> false);
    }

    private static boolean saysReady(OwnProcess started, Path pidFile) {
        try {
            var lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(started.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }
}
