package org.anchang.test;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// PostgreSQL and Kafka in containers, of the versions that the embedded programs have.
final class ContainerBacking implements Backing {
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.1.2";
    /// What Testcontainers clears up with.
    private static final String REAPER = "testcontainers/ryuk:0.14.0";

    private final PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
            .withDatabaseName(DATABASE)
            .withCommand("postgres", "-c", "fsync=off", "-c", "full_page_writes=off");
    private final KafkaContainer kafka = new KafkaContainer(KAFKA);

    /// Asked of the command line: the library itself tries for minutes to fetch what is missing.
    static boolean engineHasImages() {
        try {
            var question = new ProcessBuilder("docker", "image", "inspect", POSTGRES, KAFKA, REAPER)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return question.waitFor(10, TimeUnit.SECONDS) && question.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Addresses start() {
        postgres.start();
        kafka.start();
        return new Addresses(
                postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword(), kafka.getBootstrapServers());
    }

    @Override
    public void stop() {
        kafka.stop();
        postgres.stop();
    }

    /// Paused rather than stopped: a container that starts again has another port.
    @Override
    public Map<String, Runnable> outages() {
        return Map.of(
                "stop broker", () -> pause(kafka),
                "start broker", () -> resume(kafka),
                "stop database", () -> pause(postgres),
                "start database", () -> resume(postgres));
    }

    private static void pause(GenericContainer<?> container) {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    private static void resume(GenericContainer<?> container) {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }
}
