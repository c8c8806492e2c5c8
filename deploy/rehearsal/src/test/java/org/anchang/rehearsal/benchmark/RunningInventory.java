package org.anchang.rehearsal.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.anchang.backing.AotCache;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.OwnProcess;
import org.anchang.backing.Ports;
import org.anchang.backing.PostgresServer;
import org.anchang.backing.Waiting;

/// inventory-service as packaged, in a process of its own, on a PostgreSQL that keeps what it commits even if
/// the power
/// fails, and on Kafka. Without Keycloak: tokens are signed by an [Issuer] whose key the service knows.
final class RunningInventory implements AutoCloseable {
    private static final Path FOLDER = Path.of("target/benchmark").toAbsolutePath();
    private static final String DATABASE = "inventory";
    /// Seals nothing here.
    private static final String SEALING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final Path RUNNER = Path.of("../../inventory-service/target/quarkus-app/quarkus-run.jar")
            .toAbsolutePath()
            .normalize();

    /// What `deploy/up` has learnt of this build, if it has; without it the service begins colder.
    private static final AotCache REMEMBERED =
            new AotCache(RUNNER.getParent().resolveSibling("aot"), "inventory-service", RUNNER.getParent());

    private final PostgresServer postgres = new PostgresServer(FOLDER.resolve("postgres"), 0, Map.of());
    private final KafkaBroker kafka = new KafkaBroker(FOLDER.resolve("kafka"), 0, List.of());
    private final int port = Ports.free();
    private final OwnProcess service;

    RunningInventory(Issuer issuer) throws IOException {
        forgetTheRunBefore();
        postgres.start();
        postgres.createDatabase(DATABASE);
        kafka.start();
        kafka.createTopics(Map.of(
                "inventory-events", 4, "deal-events", 4, "customer-events", 4, "inventory-service-dead-letters", 4));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(REMEMBERED.options());
        command.addAll(List.of("-jar", RUNNER.toString()));
        service = OwnProcess.start(new OwnProcess.Program(
                "inventory-service",
                command,
                Map.of(
                        "ANCHANG_SEALING_KEY", SEALING_KEY,
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(DATABASE),
                        "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
                RUNNER.getParent(),
                FOLDER.resolve("inventory-service.log")));
        if (!Waiting.until(Duration.ofMinutes(2), () -> !service.alive() || ready()) || !service.alive()) {
            var failure = service.failure("the service", "its log says why");
            close();
            throw failure;
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    PostgresServer postgres() {
        return postgres;
    }

    Path postgresLog() {
        return FOLDER.resolve("postgres/postgres.log");
    }

    Connection connect() throws SQLException {
        return postgres.connect(DATABASE);
    }

    /// All processor time that the service's process has used.
    Duration cpu() {
        return ProcessHandle.of(service.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Override
    public void close() {
        service.stop(OwnProcess.Signal.TERM, Duration.ofSeconds(15));
        kafka.stop();
        postgres.stop();
    }

    private static void forgetTheRunBefore() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean ready() {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var question = HttpRequest.newBuilder(address().resolve("/q/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
