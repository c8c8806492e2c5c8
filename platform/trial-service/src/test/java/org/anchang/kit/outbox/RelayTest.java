package org.anchang.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.anchang.events.CommissionEvent;
import org.anchang.events.DealEvent;
import org.anchang.kit.Notes;
import org.anchang.kit.kafka.KafkaSender;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RelayTest {
    private static final String WRITE = """
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload)
            SELECT gen_random_uuid(), ?, shard, aggregate, sequence, 'Said', 'songfeng', now(), '{}'
            FROM unnest(?, ?) AS a(aggregate, shard), generate_series(?, ?) AS sequence ORDER BY sequence""";

    @Inject
    AgroalDataSource database;

    Map<String, Runnable> outages;

    private final List<UUID> aggregates =
            Stream.generate(UUID::randomUUID).limit(20).toList();

    @Test
    @DisplayName(
            "two relays on one outbox publish every row, once and in the order of its aggregate, and share the work")
    void twoRelays() throws Exception {
        var second = secondRelay();
        second.start(new StartupEvent());
        var sweeps = Executors.newSingleThreadScheduledExecutor();
        try {
            var _ = sweeps.scheduleWithFixedDelay(second::run, 1, 1, TimeUnit.SECONDS);
            // Whoever has just swept comes next to last: in turns both find something, however quick the other is.
            for (int last = 50; last <= 250; last += 50) {
                write(last - 49, last);
                if (last > 150) {
                    // On a busy machine it may have come second each time until now.
                    second.run();
                }
                await().pollInSameThread().until(() -> waiting() == 0);
            }
        } finally {
            sweeps.shutdownNow();
            second.stop(new ShutdownEvent());
        }

        var sources = new HashSet<String>();
        try (var heard = new Overheard(CommissionEvent.TOPIC)) {
            for (var aggregate : aggregates) {
                var said = heardAll(heard, aggregate, 250).toList();
                assertThat(said).extracting(Overheard.Said::sequence).containsExactlyElementsOf(upTo(250));
                said.forEach(event -> sources.add(event.source()));
            }
        }
        assertThat(sources).containsExactlyInAnyOrder("/anchang/deal-service", "/anchang/second");
    }

    @Test
    @DisplayName("while the broker is away commands go on; when it is back nothing is lost and the order is kept")
    void brokerAway() throws Exception {
        var deals = aggregates.subList(0, 4);
        say(deals, "before");
        await().pollInSameThread().until(() -> waiting() == 0);
        outages.get("stop broker").run();
        try {
            say(deals, "meanwhile");
            assertThat(waiting()).isEqualTo(12);
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            outages.get("start broker").run();
        }
        say(deals, "after");
        await().pollInSameThread().until(() -> waiting() == 0);

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            for (var deal : deals) {
                // At least once: a record whose acknowledgement was lost may come twice.
                assertThat(heardAll(heard, deal, 9)
                                .map(Overheard.Said::sequence)
                                .distinct())
                        .containsExactlyElementsOf(upTo(9));
            }
        }
    }

    @Test
    @DisplayName(
            "an event that the broker never takes shows in health and as a number; what is behind it waits, all others go on")
    void stuck() throws SQLException {
        var stuck = aggregates.getFirst();
        var shard = Math.floorMod(stuck.hashCode(), 8);
        var neighbour = Stream.generate(UUID::randomUUID)
                .filter(aggregate -> Math.floorMod(aggregate.hashCode(), 8) == shard)
                .findFirst()
                .orElseThrow();
        try {
            write("INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload)"
                    + " SELECT gen_random_uuid(), '%s', %d, aggregate::uuid, sequence, 'Said', 'songfeng', now(), payload"
                            .formatted(CommissionEvent.TOPIC, shard)
                    + " FROM (VALUES (1, '%1$s', 1, repeat('x', 1100000)), (2, '%1$s', 2, '{}'), (3, '%2$s', 1, '{}'))"
                            .formatted(stuck, neighbour)
                    + " AS rows (nth, aggregate, sequence, payload) ORDER BY nth");

            await().pollInSameThread().until(() -> waiting(List.of(neighbour)) == 0);
            assertThat(waiting(List.of(stuck))).isEqualTo(2);
            await().until(() -> health().equals("DOWN"));
            assertThat(RestAssured.get("/q/metrics").asString().lines())
                    .anyMatch(line -> line.startsWith("anchang_outbox_stuck") && line.endsWith(" 1.0"));
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            write("DELETE FROM outbox WHERE aggregate = '" + stuck + "'");
        }
        await().until(() -> health().equals("UP"));
    }

    private static String health() {
        return RestAssured.get("/q/health/well").path("checks.find { it.name == 'stuck events' }.status");
    }

    private void write(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static Stream<Overheard.Said> heardAll(Overheard heard, UUID aggregate, int least) {
        await().pollInSameThread().until(() -> heard.of(aggregate).size() >= least);
        return heard.of(aggregate).stream();
    }

    /// As of another replica: with a producer and a name of its own.
    private static Relay secondRelay() {
        var batch = another(OutboxBatch.class);
        batch.kafka = another(KafkaSender.class);
        batch.service = "second";
        var relay = another(Relay.class);
        relay.batch = batch;
        return relay;
    }

    private static <T> T another(Class<T> type) {
        var bean = Arc.container().instance(type).getBean();
        return bean.create(Arc.container().beanManager().createCreationalContext(bean));
    }

    private static void say(List<UUID> deals, String text) {
        for (int i = 0; i < 3; i++) {
            deals.forEach(deal -> Notes.write(deal, text).then().statusCode(201));
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /// Past the outbox's door, so that no commit nudges a relay and both find the rows by their sweep.
    private void write(int first, int last) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WRITE)) {
            statement.setString(1, CommissionEvent.TOPIC);
            statement.setArray(2, connection.createArrayOf("uuid", aggregates.toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int2",
                            aggregates.stream()
                                    .map(aggregate -> Math.floorMod(aggregate.hashCode(), 8))
                                    .toArray()));
            statement.setInt(4, first);
            statement.setInt(5, last);
            statement.executeUpdate();
        }
    }

    private long waiting() throws SQLException {
        return waiting(aggregates);
    }

    private long waiting(List<UUID> aggregates) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM outbox WHERE aggregate = ANY (?) AND published_at IS NULL")) {
            statement.setArray(1, connection.createArrayOf("uuid", aggregates.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
