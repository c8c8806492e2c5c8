package org.anchang.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.anchang.kit.kafka.CloudEvent;
import org.anchang.kit.kafka.KafkaSender;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// One batch of the relay: lock the shards, send what waits, mark it published; all in one transaction.
@ApplicationScoped
class OutboxBatch {
    /// Namespace of the advisory locks, so that nobody else's locks meet ours.
    private static final int LOCKS = 0x0A11C0;

    /// In ascending order, so that two replicas never wait for each other.
    private static final String LOCK = "SELECT count(pg_advisory_xact_lock(:locks, s)) FROM unnest(:shards::int4[]) s";
    private static final String WAITING = """
            SELECT position, id, topic, aggregate, sequence, type, project, at, payload, traceparent
            FROM outbox WHERE published_at IS NULL AND shard = ANY (:shards::int4[]) AND aggregate <> ALL (:passedOver::uuid[])
            ORDER BY position LIMIT :most""";
    private static final String PUBLISHED =
            "UPDATE outbox SET published_at = clock_timestamp() WHERE position = ANY (:positions::int8[])";
    private static final String SHARDS = "SELECT DISTINCT shard FROM outbox WHERE published_at IS NULL ORDER BY shard";

    @Inject
    Database database;

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
    Outcome publish(List<Integer> shards) {
        database.sql(LOCK).with("locks", LOCKS).with("shards", shards).one(Long.class);
        var rows = database.sql(WAITING)
                .with("shards", shards)
                .with("passedOver", stuckEvents.passedOver())
                .with("most", size)
                .rows(Waiting.class);
        var published = new ArrayList<Waiting>();
        var failure = send(rows, published);
        if (!published.isEmpty()) {
            database.sql(PUBLISHED)
                    .with("positions", published.stream().map(Waiting::position).toList())
                    .write();
        }
        return new Outcome(rows.size() == size, failure);
    }

    List<Integer> waitingShards() {
        return database.sql(SHARDS).rows(Integer.class);
    }

    void close() {
        kafka.close();
    }

    /// @return the first failure, or null
    private @Nullable Throwable send(List<Waiting> rows, List<Waiting> published) {
        var line = kafka.line();
        var underWay = new LinkedHashMap<Waiting, CompletableFuture<?>>();
        var stuck = new HashSet<UUID>();
        for (var row : rows) {
            if (!stuck.contains(row.aggregate())) {
                var sent = line.send(row.topic(), row.aggregate().toString(), row.payload(), row.headers(service));
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

    private record Waiting(
            long position,
            UUID id,
            String topic,
            UUID aggregate,
            long sequence,
            String type,
            String project,
            Instant at,
            String payload,
            @Nullable String traceparent) {
        Map<String, String> headers(String service) {
            return CloudEvent.headers(new CloudEvent(
                    id.toString(),
                    "/anchang/" + service,
                    type,
                    aggregate.toString(),
                    at.toString(),
                    sequence,
                    project,
                    traceparent));
        }
    }
}
