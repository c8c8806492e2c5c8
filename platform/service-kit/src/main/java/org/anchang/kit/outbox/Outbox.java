package org.anchang.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.anchang.events.Event;
import org.anchang.kit.Ids;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.json.EventJson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Where a command leaves its events.
///
/// Promise: an event is published at least once, in order per aggregate, if and only if the transaction that
/// appended it commits. Each event gets the next number of its aggregate's gap-free sequence; the row lock on that
/// number makes commit order and sequence order the same, so that the relay needs no snapshot arithmetic. Each tells
/// who did it (`by`), where somebody did.
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            WITH next AS (
                INSERT INTO outbox_stream AS s (aggregate, last) VALUES (?, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT ?, ?, ?, aggregate, last, ?, ?, ?, ?, ? FROM next""";
    /// Takes the aggregates in the order of their ids, so that two who append to the same ones never wait for each
    /// other.
    private static final String APPEND_ALL = """
            WITH given AS (
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::int2[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                    WITH ORDINALITY AS event (aggregate, id, topic, shard, type, project, at, payload, nth)),
            next AS (
                INSERT INTO outbox_stream AS s (aggregate, last)
                SELECT aggregate, count(*) FROM given GROUP BY aggregate ORDER BY aggregate
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + excluded.last
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT id, topic, shard, aggregate,
                   last - count(*) OVER (PARTITION BY aggregate) + row_number() OVER (PARTITION BY aggregate ORDER BY nth),
                   type, project, at, payload, ?
            FROM given JOIN next USING (aggregate) ORDER BY nth""";
    private static final int AT_ONCE = 1_000;

    @Inject
    AgroalDataSource database;

    @Inject
    EventJson json;

    @Inject
    Relay relay;

    @Inject
    Caller caller;

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
            statement.setString(8, json.write(event, by()));
            statement.setString(9, traceparent());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
        relay.nudgeAfterCommit(shard);
    }

    /// Adds all of the events to the current transaction, in a few statements however many they are. Those of one
    /// aggregate keep their order.
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(Collection<? extends Event> events) {
        var sorted = new ArrayList<Event>(events);
        sorted.sort(Comparator.comparing(event -> event.aggregate().toString()));
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            appendSome(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())));
        }
        sorted.stream().map(this::shardOf).distinct().forEach(relay::nudgeAfterCommit);
    }

    private void appendSome(List<Event> events) {
        var by = by();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND_ALL)) {
            statement.setArray(1, array(connection, "uuid", events, Event::aggregate));
            statement.setArray(2, array(connection, "uuid", events, _ -> Ids.next()));
            statement.setArray(3, array(connection, "text", events, event -> EventJson.topicOf(event.getClass())));
            statement.setArray(4, array(connection, "int2", events, this::shardOf));
            statement.setArray(5, array(connection, "text", events, EventJson::typeOf));
            statement.setArray(6, array(connection, "text", events, Event::project));
            statement.setArray(7, array(connection, "timestamptz", events, event -> Timestamp.from(event.at())));
            statement.setArray(8, array(connection, "text", events, event -> json.write(event, by)));
            statement.setString(9, traceparent());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    private static Array array(Connection connection, String type, List<Event> events, Function<Event, Object> member)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(member).toArray());
    }

    private @Nullable String by() {
        return Arc.container().requestContext().isActive() ? caller.person() : null;
    }

    private short shardOf(Event event) {
        return (short) Math.floorMod(event.aggregate().hashCode(), shards);
    }

    private static @Nullable String traceparent() {
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
