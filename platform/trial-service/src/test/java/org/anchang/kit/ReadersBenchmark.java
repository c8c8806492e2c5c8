package org.anchang.kit;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.Event;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How quickly a burst is read, by a reader that does nothing and by one that writes a row: events a second, and
/// what an event costs in processor time of this process and of the database, and in commits. The database of tests
/// does not wait for its disk.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class ReadersBenchmark {
    private static final Logger LOG = Logger.getLogger(ReadersBenchmark.class);
    private static final int AGGREGATES = 1_000;
    private static final int EVENTS_OF_EACH = 4;
    private static final int ROUNDS = 4;

    private record Spent(long nanos, Duration here, Duration database, long commits) {
        Spent since(Spent before) {
            return new Spent(
                    nanos - before.nanos,
                    here.minus(before.here),
                    database.minus(before.database),
                    commits - before.commits);
        }
    }

    @Inject
    EntityManager database;

    @Test
    @DisplayName("a burst is read, by a reader without an effect and by one with")
    void burst() {
        for (int round = 0; round < ROUNDS; round++) {
            measure(
                    DealEvent.TOPIC,
                    "without an effect",
                    id -> new TicketIssued(id, "songfeng", Instant.now(), "A-1", id, "li.na", UUID.randomUUID()));
            measure(
                    CustomerEvent.TOPIC,
                    "with an effect",
                    id -> new CustomerRegistered(
                            id, "songfeng", Instant.now(), "1", "li.na", "WALK_IN", null, "张**", null, null));
        }
    }

    private void measure(String topic, String what, Function<UUID, Event> event) {
        var ids = Stream.generate(UUID::randomUUID).limit(AGGREGATES).toList();
        var events = IntStream.range(0, EVENTS_OF_EACH)
                .boxed()
                .flatMap(_ -> ids.stream().map(event))
                .toList();
        var expected = read(topic) + events.size();
        try (var neighbour = new Neighbour(topic)) {
            var before = spent();
            neighbour.tellsAll(events, "li.na");
            await().pollInSameThread()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> read(topic) >= expected);
            var spent = spent().since(before);
            LOG.infof(
                    "%s: %,d events/s; an event: %d us here, %d us in the database, %.2f commits",
                    what,
                    events.size() * 1_000_000_000L / spent.nanos(),
                    spent.here().toNanos() / 1_000 / events.size(),
                    spent.database().toNanos() / 1_000 / events.size(),
                    (double) spent.commits() / events.size());
        }
    }

    private long read(String topic) {
        return number("SELECT coalesce(sum(last), 0) FROM inbox_position WHERE topic = ?1", List.of(topic));
    }

    private Spent spent() {
        var commits = number("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()", List.of());
        var ofDatabase = ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .filter(process -> process.command().orElse("").endsWith("postgres"))
                .map(process -> process.totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        var here = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        return new Spent(System.nanoTime(), here, ofDatabase, commits);
    }

    private long number(String sql, List<Object> parameters) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}
