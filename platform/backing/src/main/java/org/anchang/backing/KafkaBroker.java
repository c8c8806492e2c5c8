package org.anchang.backing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// A single Kafka 4.1 broker (KRaft) with its data in a folder, listening on 127.0.0.1.
///
/// It runs in a JVM and on a class path of its own. Data survives [#stop()], [#kill()] and this JVM; a
/// next [#start()] goes on with it, on the same port. Topics are made by [#createTopics] only.
public final class KafkaBroker implements AutoCloseable {

    /// For tests: compiled quickly rather than well, which halves what a start costs; with as much room for what is
    /// compiled as a JVM has otherwise, and no look through the heap for the classes of a service (decision 57).
    public static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:MetaspaceSize=160m");

    private static final String WAY_OUT = "start again, or afresh (--fresh) if its data is broken and may go";
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final String MAIN = "org.anchang.backing.BrokerMain";

    private static final String LOGGING = """
            handlers=java.util.logging.ConsoleHandler
            .level=WARNING
            java.util.logging.SimpleFormatter.format=%1$tFT%1$tT %4$s %3$s %5$s%6$s%n
            """;

    private final Path folder;
    private final int port;
    private final int controllerPort = Ports.free();
    private final List<String> jvmOptions;
    private @Nullable AotCache cache;
    private @Nullable OwnProcess process;

    /// A broker that is not started yet.
    ///
    /// @param folder     keeps its data and its log; made where it is not there
    /// @param port       0 for a free one
    /// @param jvmOptions over the ones chosen here
    public KafkaBroker(Path folder, int port, List<String> jvmOptions) {
        this.folder = folder.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /// Starts it and returns when it answers; where it runs already, nothing happens.
    public synchronized KafkaBroker start() {
        if (process != null && process.alive()) {
            return this;
        }
        var programs = prepare();
        Ports.requireFree(port, "choose another port for Kafka");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("server.properties"), serverProperties());
            Files.writeString(folder.resolve("logging.properties"), LOGGING);
        } catch (IOException e) {
            throw new BackingFailure(
                    "Kafka cannot use its data folder %s: %s; give it to this user or start afresh (--fresh)"
                            .formatted(folder, BackingFailure.reason(e)),
                    e);
        }
        OwnProcess started;
        boolean ready;
        do {
            started = OwnProcess.start(program(programs));
            process = started;
            ready = ready(started);
        } while (!ready && cache().broke(started));
        if (!ready) {
            var failure = started.failure("the broker", WAY_OUT);
            started.kill();
            throw failure;
        }
        return this;
    }

    /// Where a start finds what an earlier run left to be remembered.
    public synchronized AotCache cache() {
        if (cache == null) {
            var programs = prepare();
            // What a quick one remembers is of no use to one that is to be compiled well.
            var program = jvmOptions.containsAll(QUICK) ? "quick-kafka" : "kafka";
            cache = new AotCache(programs, program, programs);
        }
        return cache;
    }

    /// Makes the topics that are not there yet; records in them are kept for ever.
    ///
    /// @param partitions by topic
    public void createTopics(Map<String, Integer> partitions) {
        createTopics(bootstrapServers(), partitions);
    }

    /// The same at any broker.
    public static void createTopics(String bootstrapServers, Map<String, Integer> partitions) {
        var topics = partitions.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.empty())
                        .configs(Map.of("retention.ms", "-1")))
                .toList();
        try (var admin = admin(bootstrapServers, Duration.ofSeconds(30))) {
            for (var made : admin.createTopics(topics).values().values()) {
                try {
                    made.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new BackingFailure(
                                "Kafka does not make the topics: "
                                        + Objects.requireNonNull(e.getCause()).getMessage(),
                                e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingFailure("interrupted while making topics", e);
        }
    }

    /// Ends it in an orderly way.
    public synchronized void stop() {
        if (process != null) {
            cache().stop(process, Duration.ofSeconds(15));
        }
    }

    /// The same as [#stop()].
    @Override
    public void close() {
        stop();
    }

    /// SIGKILL, as by a power cut; [#start()] recovers.
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public synchronized boolean alive() {
        return process != null && process.alive();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static Path prepare() {
        return Unpacked.folder("kafka-" + fingerprint(), KafkaBroker::unpack);
    }

    private boolean ready(OwnProcess started) {
        return started.awaitReady(this::listens) && answers();
    }

    private boolean listens() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean answers() {
        try (var admin = admin(bootstrapServers(), READY_WITHIN)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Admin admin(String bootstrapServers, Duration patience) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(patience.toMillis()),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5000,
                // The first answers come while the broker is still catching up with itself.
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG,
                50));
    }

    private OwnProcess.Program program(Path programs) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xms48m",
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.config.file=logging.properties"));
        command.addAll(cache().options());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", programs + "/*", MAIN, "server.properties"));
        return new OwnProcess.Program("Kafka", command, Map.of(), folder, folder.resolve("kafka.log"));
    }

    private String serverProperties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                broker.heartbeat.interval.ms=1000
                broker.session.timeout.ms=4000
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=2
                # Taken from the heap at once; the default is 128 MB, for millions of keys in a compacted topic.
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(port, controllerPort, folder.resolve("data"));
    }

    /// The broker's jars lie in this module's own jar, so that they are on nobody else's class path.
    private static void unpack(Path programs) throws IOException {
        for (var name : resources()) {
            try (var resource = resource(name)) {
                Files.copy(resource, programs.resolve(name.substring("broker/".length())));
            }
        }
        // A jar, not a folder: the JVM's class archives know only jars.
        var main = MAIN.replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(programs.resolve("anchang-broker.jar")));
                var resource = resource(main)) {
            jar.putNextEntry(new ZipEntry(main));
            resource.transferTo(jar);
        }
    }

    private static List<String> resources() {
        try (var list = resource("broker.classpath")) {
            return List.of(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(":"));
        } catch (IOException e) {
            throw new BackingFailure("the list of Kafka's jars is unreadable", e);
        }
    }

    /// Changes with Kafka's version, its jars and our main class.
    private static String fingerprint() {
        var sum = new CRC32();
        resources().forEach(name -> sum.update(name.getBytes(StandardCharsets.UTF_8)));
        try (var main = resource(MAIN.replace('.', '/') + ".class")) {
            sum.update(main.readAllBytes());
        } catch (IOException e) {
            throw new BackingFailure("the broker's main class is unreadable", e);
        }
        return Long.toHexString(sum.getValue());
    }

    private static InputStream resource(String name) {
        var resource = KafkaBroker.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new BackingFailure(name + " is missing from platform/backing; build it again");
        }
        return resource;
    }
}
