package org.anchang.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.backing.KafkaBroker;
import org.anchang.backing.PostgresServer;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.DealEvent;
import org.anchang.events.InventoryEvent;

/// `@QuarkusTestResource(OfficeBacking.class)`: PostgreSQL and Kafka for all tests of a module, started once.
public class OfficeBacking implements QuarkusTestResourceLifecycleManager {
    /// Where the broker answers, for [Neighbour] and [Overheard].
    static final String BROKER = "anchang.test.kafka";

    public static final List<String> TOPICS = List.of(
            CustomerEvent.TOPIC, InventoryEvent.TOPIC, DealEvent.TOPIC, ApprovalEvent.TOPIC, CommissionEvent.TOPIC);
    private static final List<String> SERVICES =
            List.of("customer-service", "inventory-service", "deal-service", "approval-service", "commission-service");

    private final PostgresServer postgres = new PostgresServer(folder("postgres"), 0, PostgresServer.QUICK);
    private final KafkaBroker kafka = new KafkaBroker(folder("kafka"), 0, List.of());

    @Override
    public Map<String, String> start() {
        postgres.start();
        postgres.createDatabase("office");
        kafka.start();
        kafka.createTopics(Stream.concat(TOPICS.stream(), SERVICES.stream().map(service -> service + "-dead-letters"))
                .collect(Collectors.toMap(topic -> topic, _ -> 4)));
        System.setProperty(BROKER, kafka.bootstrapServers());
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl("office"),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.oidc.public-key", Person.publicKey(),
                "anchang.sealing.key", Base64.getEncoder().encodeToString(key),
                "anchang.clock.settable", "true");
    }

    /// A test that takes the broker or the database away has a field `Map<String, Runnable> outages`, with
    /// `stop broker`, `start broker`, `stop database` and `start database`.
    @Override
    public void inject(TestInjector test) {
        Map<String, Runnable> outages = Map.of(
                "stop broker", kafka::stop,
                "start broker", kafka::start,
                "stop database", postgres::stop,
                "start database", postgres::start);
        test.injectIntoFields(outages, field -> field.getName().equals("outages"));
    }

    @Override
    public void stop() {
        kafka.stop();
        postgres.stop();
    }

    private static Path folder(String name) {
        return Path.of("target", "backing", ProcessHandle.current().pid() + "-" + name);
    }
}
