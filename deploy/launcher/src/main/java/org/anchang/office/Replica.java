package org.anchang.office;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.anchang.backing.AotCache;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.OwnProcess;
import org.anchang.backing.Ports;
import org.anchang.clock.HeaderClock;
import org.jspecify.annotations.Nullable;

/// One running copy of a server, in a JVM of its own; it keeps its port when it is started again.
final class Replica {

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(25);

    /// Of an office for tests, a third of what a start takes of the processor: few looks through what it makes and
    /// drops, and none at what the compiler has made of our sources (decision 57). Classes that are remembered were
    /// looked at, and the JVM insists on it.
    private static final List<String> AT_EASE =
            List.of("-XX:NewRatio=3", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    /// Where the class stands that reads a request's moment.
    private static final Path CLOCK = Path.of(URI.create(HeaderClock.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString()));

    private final Server server;
    private final String name;
    private final int port;
    private final Path runner;
    private final Path log;
    private final List<String> jvmOptions;
    private final AotCache cache;
    private @Nullable OwnProcess process;

    Replica(Server server, int number, OfficePlan plan) {
        this.server = server;
        this.name = number == 0 ? server.title() : server.title() + "-" + (number + 1);
        this.port = Ports.orFree(number == 0 ? plan.port(server.title()) : 0);
        this.runner = server.runner(plan.root());
        this.log = plan.folder().resolve("logs").resolve(name + ".log");
        this.jvmOptions = plan.jvmOptions();
        this.cache = server.cache(plan.root());
    }

    Server server() {
        return server;
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    boolean alive() {
        var running = process;
        return running != null && running.alive();
    }

    /// Starts it and returns when it says that it is ready to work; where it runs already, nothing happens.
    ///
    /// @param settableClock whether requests may say when they are to run
    void start(Map<String, String> environment, boolean settableClock) {
        if (alive()) {
            return;
        }
        OwnProcess running;
        boolean ready;
        do {
            running = launch(environment, settableClock);
            ready = awaitReady(running);
        } while (!ready && cache.broke(running));
        if (!ready) {
            throw running.failure("the service", "start again; if it stays so, its log says why");
        }
    }

    private synchronized OwnProcess launch(Map<String, String> environment, boolean settableClock) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx" + server.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var remembered = cache.options();
        command.addAll(remembered);
        command.addAll(jvmOptions);
        if (remembered.isEmpty() && jvmOptions.containsAll(KafkaBroker.QUICK)) {
            command.add("-Xms" + server.heap() + "m");
            command.addAll(AT_EASE);
        }
        command.addAll(program(settableClock));
        var all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // This log is read by a person, and quoted where a start fails.
        all.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        var launched =
                OwnProcess.start(new OwnProcess.Program(name, command, all, requireNonNull(runner.getParent()), log));
        process = launched;
        return launched;
    }

    /// The clock of requests stands on the class path whether it goes or not: what the JVM remembers is of one
    /// class path. So the jar is not started by itself, and what its manifest says is said here: the main class
    /// (another in one built to be remembered), and which packages of the JDK its libraries look into.
    private List<String> program(boolean settableClock) {
        if (!(server instanceof Application)) {
            return List.of("-jar", runner.toString());
        }
        var manifest = manifest();
        var program = new ArrayList<String>();
        for (var opened : requireNonNull(manifest.getValue("Add-Opens")).split(" ")) {
            program.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        program.addAll(List.of(
                "-D%s=%s".formatted(HeaderClock.GOES, settableClock),
                "-cp",
                runner + File.pathSeparator + CLOCK,
                requireNonNull(manifest.getValue(Attributes.Name.MAIN_CLASS))));
        return program;
    }

    private Attributes manifest() {
        try (var jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new BackingFailure("cannot read %s: %s".formatted(runner, BackingFailure.reason(e)), e);
        }
    }

    private boolean awaitReady(OwnProcess running) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            return running.awaitReady(() -> ready(http));
        }
    }

    /// Where a start finds what an earlier run left to be remembered.
    AotCache cache() {
        return cache;
    }

    /// SIGKILL, as by a power cut.
    synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /// Lets it end what it has begun.
    ///
    /// @return its exit code
    synchronized int stop() {
        if (process == null) {
            return 0;
        }
        cache.stop(process, STOPPED_WITHIN);
        return process.exitCode();
    }

    /// Started: its readers have their topics; ready: it has its database.
    private boolean ready(HttpClient http) {
        return says(http, "/q/health/started") && says(http, "/q/health/ready");
    }

    private boolean says(HttpClient http, String probe) {
        var question = HttpRequest.newBuilder(address().resolve(probe))
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
}
