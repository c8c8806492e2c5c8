package org.anchang.test;

import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// PostgreSQL and Kafka in containers, of the versions that the embedded programs have.
final class ContainerBacking implements Backing {
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.1.1";

    private final PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
            .withDatabaseName(DATABASE)
            .withCommand("postgres", "-c", "fsync=off", "-c", "full_page_writes=off");
    private final KafkaContainer kafka = new KafkaContainer(KAFKA);

    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
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
