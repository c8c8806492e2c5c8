package org.anchang.test;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.PostgresServer;

/// PostgreSQL and Kafka as child processes.
final class EmbeddedBacking implements Backing {
    /// Another one where failed tests are run again in the same process: they begin with nothing, as the others did.
    private final Path folder =
            Path.of("target", "backing", ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36));
    private final PostgresServer postgres = new PostgresServer(folder.resolve("postgres"), 0, PostgresServer.QUICK);
    private final KafkaBroker kafka = new KafkaBroker(folder.resolve("kafka"), 0, KafkaBroker.QUICK);

    @Override
    public Addresses start() {
        var broker = CompletableFuture.runAsync(kafka::start, EmbeddedBacking::inItsOwnThread);
        postgres.start();
        postgres.createDatabase(DATABASE);
        broker.join();
        return new Addresses(
                postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password(), kafka.bootstrapServers());
    }

    /// Kafka looks for its classes with the loader of the thread, which in the common pool is not the one of tests.
    private static void inItsOwnThread(Runnable start) {
        var thread = new Thread(start, "kafka");
        thread.setContextClassLoader(KafkaBroker.class.getClassLoader());
        thread.start();
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
}
