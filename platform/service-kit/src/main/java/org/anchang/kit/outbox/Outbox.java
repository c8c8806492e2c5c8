package org.anchang.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.anchang.events.Event;
import org.anchang.kit.Ids;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.json.EventJson;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Where a command leaves its events.
///
/// Promise: an event is published at least once, in order per aggregate, if and only if the transaction that
/// appended it commits. Each event gets the next number of its aggregate's gap-free sequence; the row lock on that
/// number makes commit order and sequence order the same, so that the relay needs no snapshot arithmetic. Each tells
/// who did it (`by`), where somebody did. An event that is too large to be published fails the command that appends it.
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            WITH next AS (
                INSERT INTO outbox_stream AS s (aggregate, last) VALUES (:aggregate, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT :id, :topic, :shard, aggregate, last, :type, :project, :at, :payload, :traceparent FROM next""";
    /// Takes the aggregates in the order of their ids, so that two who append to the same ones never wait for each
    /// other.
    private static final String APPEND_ALL = """
            WITH given AS (
                SELECT * FROM unnest(:aggregates::uuid[], :ids::uuid[], :topics::text[], :shards::int2[], :types::text[],
                        :projects::text[], :times::timestamptz[], :payloads::text[])
                    WITH ORDINALITY AS event (aggregate, id, topic, shard, type, project, at, payload, nth)),
            next AS (
                INSERT INTO outbox_stream AS s (aggregate, last)
                SELECT aggregate, count(*) FROM given GROUP BY aggregate ORDER BY aggregate
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + excluded.last
                RETURNING aggregate, last)
            INSERT INTO outbox (id, topic, shard, aggregate, sequence, type, project, at, payload, traceparent)
            SELECT id, topic, shard, aggregate,
                   last - count(*) OVER (PARTITION BY aggregate) + row_number() OVER (PARTITION BY aggregate ORDER BY nth),
                   type, project, at, payload, :traceparent
            FROM given JOIN next USING (aggregate) ORDER BY nth""";
    private static final int AT_ONCE = 1_000;

    @Inject
    Database database;

    @Inject
    EventJson json;

    @Inject
    Relay relay;

    @Inject
    Caller caller;

    @ConfigProperty(name = "anchang.outbox.shards")
    int shards;

    /// In bytes. What the broker does not take would wait for ever, and all of its aggregate behind it.
    @ConfigProperty(name = "anchang.outbox.largest-event")
    int largest;

    /// Adds the event to the current transaction.
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        var shard = shardOf(event);
        database.sql(APPEND)
                .with("aggregate", event.aggregate())
                .with("id", Ids.next())
                .with("topic", EventJson.topicOf(event.getClass()))
                .with("shard", shard)
                .with("type", EventJson.typeOf(event))
                .with("project", event.project())
                .with("at", event.at())
                .with("payload", written(event, by()))
                .with("traceparent", traceparent())
                .write();
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
        database.sql(APPEND_ALL)
                .with("aggregates", each(events, Event::aggregate))
                .with("ids", each(events, _ -> Ids.next()))
                .with("topics", each(events, event -> EventJson.topicOf(event.getClass())))
                .with("shards", each(events, this::shardOf))
                .with("types", each(events, EventJson::typeOf))
                .with("projects", each(events, Event::project))
                .with("times", each(events, Event::at))
                .with("payloads", each(events, event -> written(event, by)))
                .with("traceparent", traceparent())
                .write();
    }

    private static List<?> each(List<Event> events, Function<Event, Object> member) {
        return events.stream().map(member).toList();
    }

    private String written(Event event, @Nullable String by) {
        var payload = json.write(event, by);
        if (payload.getBytes(StandardCharsets.UTF_8).length > largest) {
            throw new IllegalStateException("%s of %s is larger than %d bytes, which the broker may not take"
                    .formatted(EventJson.typeOf(event), event.aggregate(), largest));
        }
        return payload;
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
}
