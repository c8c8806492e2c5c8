package org.anchang.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
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
        var shard = (short) Math.floorMod(event.aggregate().hashCode(), shards);
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
