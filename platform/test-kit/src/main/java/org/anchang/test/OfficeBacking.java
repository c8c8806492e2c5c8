package org.anchang.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.backing.KafkaBroker;
import org.anchang.clock.HeaderClock;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.DealEvent;
import org.anchang.events.InventoryEvent;
import org.jspecify.annotations.Nullable;

/// `@QuarkusTestResource(OfficeBacking.class)`: PostgreSQL and Kafka for all tests of a module, started once. The
/// service works with the role that it has everywhere (SEC-6); tests that need more have [Superuser].
public class OfficeBacking implements QuarkusTestResourceLifecycleManager {
    /// Where the broker answers, for [Neighbour] and [Overheard].
    static final String BROKER = "anchang.test.kafka";

    public static final List<String> TOPICS = List.of(
            CustomerEvent.TOPIC, InventoryEvent.TOPIC, DealEvent.TOPIC, ApprovalEvent.TOPIC, CommissionEvent.TOPIC);
    private static final List<String> SERVICES = List.of(
            "customer-service",
            "inventory-service",
            "deal-service",
            "approval-service",
            "commission-service",
            "reporting-service");

    private Backing.@Nullable Started started;

    @Override
    public Map<String, String> start() {
        started = Backing.begin();
        var at = started.addresses();
        KafkaBroker.createTopics(
                at.bootstrapServers(),
                Stream.concat(TOPICS.stream(), SERVICES.stream().map(service -> service + "-dead-letters"))
                        .collect(Collectors.toMap(topic -> topic, _ -> 4)));
        System.setProperty(BROKER, at.bootstrapServers());
        System.setProperty(HeaderClock.GOES, "true");
        var database = Superuser.prepare(at);
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Map.of(
                // Many at the same moment, on a machine that has other things to do, wait longer than an office may.
                "quarkus.datasource.jdbc.acquisition-timeout", "20S",
                "quarkus.datasource.jdbc.url", at.jdbcUrl(),
                "quarkus.datasource.username", database.user().name(),
                "quarkus.datasource.password", database.user().password(),
                "quarkus.flyway.username", database.owner().name(),
                "quarkus.flyway.password", database.owner().password(),
                "kafka.bootstrap.servers", at.bootstrapServers(),
                "quarkus.oidc.public-key", Person.publicKey(),
                "anchang.sealing.key", Base64.getEncoder().encodeToString(key),
                "org.eclipse.microprofile.rest.client.propagateHeaders", HeaderClock.PASSED_ON);
    }

    /// A test that takes the broker or the database away has a field `Map<String, Runnable> outages`, with
    /// `stop broker`, `start broker`, `stop database` and `start database`.
    @Override
    public void inject(TestInjector test) {
        var outages = Objects.requireNonNull(started).backing().outages();
        test.injectIntoFields(outages, field -> field.getName().equals("outages"));
    }

    @Override
    public void stop() {
        if (started != null) {
            started.backing().stop();
        }
    }
}
