package org.anchang.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.anchang.events.Event;
import org.anchang.kit.Ids;
import org.anchang.kit.json.EventJson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where a command leaves its events.
///
/// Promise: an event is published at least once, in order per aggregate, if and only if the transaction that
/// appended it commits. Each event gets the next number of its aggregate's gap-free sequence; the row lock on that
/// number makes commit order and sequence order the same, so that the relay needs no snapshot arithmetic.
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            WITH next AS (
                INSERT INTO outbox_stream AS s (aggregate, last) VALUES (?, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT ?, ?, ?, aggregate, last, ?, ?, ?, ?, ? FROM next""";

    /// The rows of `outbox_stream` are locked in the order of the aggregates, so that two bulks never wait for each
    /// other.
    private static final String APPEND_ALL = """
            WITH given AS (
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS g (aggregate, id, topic, shard, type, project, at, payload, place)),
            counted AS (SELECT aggregate, count(*) AS events FROM given GROUP BY aggregate),
            next AS (
                INSERT INTO outbox_stream AS s (aggregate, last) SELECT aggregate, events FROM counted ORDER BY aggregate
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + excluded.last
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT id, topic, shard, aggregate,
                   last - events + row_number() OVER (PARTITION BY aggregate ORDER BY place),
                   type, project, at, payload, ?
            FROM given JOIN counted USING (aggregate) JOIN next USING (aggregate) ORDER BY place""";
    private static final int AT_ONCE = 1_000;

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

    /// Adds the events to the current transaction as [#append] would one after the other, many in one statement.
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<? extends Event> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            appendSome(events.subList(from, Math.min(events.size(), from + AT_ONCE)));
        }
        events.stream().map(this::shardOf).distinct().forEach(relay::nudgeAfterCommit);
    }

    private void appendSome(List<? extends Event> events) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND_ALL)) {
            var columns = new Columns(connection, events);
            statement.setArray(1, columns.of("uuid", Event::aggregate));
            statement.setArray(2, columns.of("uuid", _ -> Ids.next()));
            statement.setArray(3, columns.of("text", event -> EventJson.topicOf(event.getClass())));
            statement.setArray(4, columns.of("int2", this::shardOf));
            statement.setArray(5, columns.of("text", EventJson::typeOf));
            statement.setArray(6, columns.of("text", Event::project));
            statement.setArray(7, columns.of("timestamptz", Event::at));
            statement.setArray(8, columns.of("text", json::write));
            statement.setString(9, traceparent());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    private short shardOf(Event event) {
        return (short) Math.floorMod(event.aggregate().hashCode(), shards);
    }

    /// Events as PostgreSQL takes many rows at once: an array a column.
    private record Columns(Connection connection, List<? extends Event> events) {
        Array of(String type, Function<Event, Object> value) throws SQLException {
            return connection.createArrayOf(type, events.stream().map(value).toArray());
        }
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
