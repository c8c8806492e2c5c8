package org.anchang.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.anchang.events.Event;
import org.anchang.kit.Ids;
import org.anchang.kit.json.EventJson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where a command leaves its events.
///
/// Promise: an event is published at least once, in order per aggregate, if and only if the transaction that
/// appended
/// it commits. Each event gets the next number of its aggregate's gap-free sequence; the row lock on that
/// number makes
/// commit order and sequence order the same, so that the relay needs no snapshot arithmetic.
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            WITH next AS (
                INSERT INTO outbox_stream AS s (aggregate, last) VALUES (?, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT ?, ?, ?, aggregate, last, ?, ?, ?, ?, ? FROM next""";
    /// Numbers are taken in the order of the aggregates, so that two of these never wait for each other.
    private static final String APPEND_ALL = """
            WITH told AS (
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                WITH ORDINALITY AS t (aggregate, id, topic, shard, type, project, at, payload, place)),
            next AS (
                INSERT INTO outbox_stream AS s (aggregate, last)
                SELECT aggregate, count(*) FROM told GROUP BY aggregate ORDER BY aggregate
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + EXCLUDED.last
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT told.id, told.topic, told.shard, aggregate,
                   next.last - count(*) OVER (PARTITION BY aggregate) + row_number() OVER (PARTITION BY aggregate ORDER BY told.place),
                   told.type, told.project, told.at, told.payload, ?
            FROM told JOIN next USING (aggregate) ORDER BY told.place""";

    private record Column(String type, Function<Event, Object> value) {}

    @Inject
    AgroalDataSource database;

    @Inject
    EventJson json;

    @Inject
    Relay relay;

    @ConfigProperty(name = "anchang.outbox.shards")
    int shards;

    /// Adds the event to the current transaction.
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        var shard = shardOf(event);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, event.aggregate());
            statement.setObject(2, Ids.next());
            statement.setString(3, EventJson.topicOf(event.getClass()));
            statement.setShort(4, shard);
            statement.setString(5, EventJson.typeOf(event));
            statement.setString(6, event.project());
            statement.setTimestamp(7, Timestamp.from(event.at()));
            statement.setString(8, json.write(event));
            statement.setString(9, traceparent());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
        relay.nudgeAfterCommit(shard);
    }

    /// Adds the events to the current transaction, in this order, by one statement however many they are.
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(Collection<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND_ALL)) {
            var columns = List.of(
                    new Column("uuid", Event::aggregate),
                    new Column("uuid", _ -> Ids.next()),
                    new Column("text", event -> EventJson.topicOf(event.getClass())),
                    new Column("int2", this::shardOf),
                    new Column("text", EventJson::typeOf),
                    new Column("text", Event::project),
                    new Column("timestamptz", Event::at),
                    new Column("text", json::write));
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var values = events.stream().map(column.value()).toArray();
                statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
            }
            statement.setString(columns.size() + 1, traceparent());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
        events.stream().map(this::shardOf).distinct().forEach(relay::nudgeAfterCommit);
    }

    private short shardOf(Event event) {
        return (short) Math.floorMod(event.aggregate().hashCode(), shards);
    }

    private static @org.jspecify.annotations.Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private static final class OutboxFailure extends RuntimeException {
        OutboxFailure(SQLException cause) {
            super(cause);
        }
    }
}
