package org.anchang.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.PostgresServer;

/// PostgreSQL and Kafka as child processes.
final class EmbeddedBacking implements Backing {
    private final PostgresServer postgres = new PostgresServer(folder("postgres"), 0, PostgresServer.QUICK);
    /// Compiled quickly rather than well, which halves what its start costs.
    private final KafkaBroker kafka = new KafkaBroker(folder("kafka"), 0, List.of("-XX:TieredStopAtLevel=1"));

    @Override
    public Addresses start() {
        var broker = CompletableFuture.runAsync(kafka::start);
        postgres.start();
        postgres.createDatabase(DATABASE);
        broker.join();
        return new Addresses(
                postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password(), kafka.bootstrapServers());
    }

    @Override
    public void stop() {
        // Nobody reads on: an orderly end would be for nothing.
        kafka.kill();
        postgres.stop();
    }

    @Override
    public Map<String, Runnable> outages() {
        return Map.of(
                "stop broker", kafka::stop,
                "start broker", kafka::start,
                "stop database", postgres::stop,
                "start database", postgres::start);
    }

    private static Path folder(String name) {
        return Path.of("target", "backing", ProcessHandle.current().pid() + "-" + name);
    }
}
