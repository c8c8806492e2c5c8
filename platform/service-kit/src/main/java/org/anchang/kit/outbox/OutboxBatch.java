package org.anchang.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.anchang.kit.kafka.CloudEvent;
import org.anchang.kit.kafka.KafkaSender;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// One batch of the relay: lock the shards, send what waits, mark it published; all in one transaction.
@ApplicationScoped
class OutboxBatch {
    /// Namespace of the advisory locks, so that nobody else's locks meet ours.
    private static final int LOCKS = 0x0A11C0;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(?, s) FROM unnest(?) s";
    private static final String WAITING = """
            SELECT position, id, topic, aggregate, sequence, type, project, at, payload, traceparent
            FROM outbox WHERE published_at IS NULL AND shard = ANY (?) AND aggregate <> ALL (?) ORDER BY position LIMIT ?""";
    private static final String PUBLISHED =
            "UPDATE outbox SET published_at = clock_timestamp() WHERE position = ANY (?)";
    private static final String SHARDS = "SELECT DISTINCT shard FROM outbox WHERE published_at IS NULL ORDER BY shard";

    @Inject
    AgroalDataSource database;

    @Inject
    KafkaSender kafka;

    @Inject
    StuckEvents stuckEvents;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "anchang.outbox.batch")
    int size;

    /// How a batch went.
    ///
    /// @param full    it was as large as a batch may be, so that more may wait
    /// @param failure why some of it was not published and waits for another attempt
    record Outcome(boolean full, @Nullable Throwable failure) {}

    /// What Kafka acknowledged is marked, also if the rest failed; behind a failed event nothing of its aggregate. What
    /// fails for good holds up nothing but its aggregate.
    Outcome publish(int[] shards) {
        try (var connection = database.getConnection()) {
            lock(connection, shards);
            var rows = waiting(connection, shards);
            var published = new ArrayList<Waiting>();
            var failure = send(rows, published);
            markPublished(connection, published);
            return new Outcome(rows.size() == size, failure);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int[] waitingShards() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SHARDS);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Integer>();
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
            return found.stream().mapToInt(Integer::intValue).toArray();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() {
        kafka.close();
    }

    /// In ascending order, so that two replicas never wait for each other.
    private static void lock(Connection connection, int[] shards) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, LOCKS);
            statement.setArray(2, connection.createArrayOf("int4", boxed(shards)));
            statement.execute();
        }
    }

    private List<Waiting> waiting(Connection connection, int[] shards) throws SQLException {
        try (var statement = connection.prepareStatement(WAITING)) {
            statement.setArray(1, connection.createArrayOf("int4", boxed(shards)));
            statement.setArray(
                    2, connection.createArrayOf("uuid", stuckEvents.passedOver().toArray(String[]::new)));
            statement.setInt(3, size);
            var waiting = new ArrayList<Waiting>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(Waiting.of(rows));
                }
            }
            return waiting;
        }
    }

    /// @return the first failure, or null
    private @Nullable Throwable send(List<Waiting> rows, List<Waiting> published) {
        var line = kafka.line();
        var underWay = new LinkedHashMap<Waiting, CompletableFuture<?>>();
        var stuck = new HashSet<String>();
        for (var row : rows) {
            if (!stuck.contains(row.aggregate())) {
                var sent = line.send(row.topic(), row.aggregate(), row.payload(), row.headers(service));
                underWay.put(row, sent);
                if (sent.isCompletedExceptionally()) {
                    stuck.add(row.aggregate());
                }
            }
        }
        Throwable first = null;
        stuck.clear();
        for (var entry : underWay.entrySet()) {
            var failure = entry.getValue().handle((_, e) -> e).join();
            if (failure != null) {
                if (StuckEvents.isForGood(failure)) {
                    stuckEvents.found(entry.getKey().position(), entry.getKey().aggregate(), failure);
                } else {
                    first = first == null ? failure : first;
                }
                stuck.add(entry.getKey().aggregate());
            } else if (!stuck.contains(entry.getKey().aggregate())) {
                published.add(entry.getKey());
            }
        }
        return first;
    }

    private static void markPublished(Connection connection, List<Waiting> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(PUBLISHED)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", rows.stream().map(Waiting::position).toArray()));
            statement.executeUpdate();
        }
    }

    private static Integer[] boxed(int[] shards) {
        return IntStream.of(shards).boxed().toArray(Integer[]::new);
    }

    private record Waiting(
            long position,
            String id,
            String topic,
            String aggregate,
            long sequence,
            String type,
            String project,
            String at,
            String payload,
            @Nullable String traceparent) {
        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getString(6),
                    row.getString(7),
                    row.getTimestamp(8).toInstant().toString(),
                    row.getString(9),
                    row.getString(10));
        }

        java.util.Map<String, String> headers(String service) {
            return CloudEvent.headers(
                    new CloudEvent(id, "/anchang/" + service, type, aggregate, at, sequence, project, traceparent));
        }
    }
}
