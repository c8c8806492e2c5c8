package org.anchang.kit.inbox;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.kit.sql.Database;

/// How far each aggregate was read. Who takes a position has it until the end of the transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Positions {
    /// Where an aggregate was found.
    ///
    /// @param parked whether events of it wait. What another replica parks in this very moment does not show; it is
    ///               found behind the position by the retry
    record Position(UUID aggregate, long last, boolean parked) {}

    /// In the order of the aggregates, so that two who take several never wait for each other.
    private static final String TAKE = """
            INSERT INTO inbox_position AS p (topic, aggregate, last)
            SELECT :topic, aggregate, last
            FROM unnest(:aggregates::uuid[], :reached::int8[]) AS given (aggregate, last) ORDER BY aggregate
            ON CONFLICT (topic, aggregate) DO UPDATE SET last = greatest(p.last, excluded.last)
            RETURNING p.aggregate, coalesce(old.last, 0) AS last, EXISTS (
                SELECT FROM inbox_parked w WHERE w.topic = p.topic AND w.aggregate = p.aggregate) AS parked""";
    private static final String LOCK = """
            INSERT INTO inbox_position AS p (topic, aggregate, last) VALUES (:topic, :aggregate, 0)
            ON CONFLICT (topic, aggregate) DO UPDATE SET last = p.last RETURNING p.last""";
    private static final String ADVANCE =
            "UPDATE inbox_position SET last = :sequence WHERE topic = :topic AND aggregate = :aggregate";
    /// Less than a deadlock takes to be found: it is never a command that pays for one with what is read together.
    private static final String GIVE_WAY = "SELECT set_config('lock_timeout', '300ms', true)";

    @Inject
    Database database;

    /// Waits for nobody's lock for long in this transaction.
    void giveWay() {
        database.sql(GIVE_WAY).one(String.class);
    }

    /// Moves each aggregate behind the last of these events. @return where each was before
    Map<UUID, Position> take(List<Received> events) {
        var reached = new HashMap<UUID, Long>();
        events.forEach(event -> reached.merge(event.aggregate(), event.sequence(), Math::max));
        return database
                .sql(TAKE)
                .with("topic", events.getFirst().topic())
                .with("aggregates", List.copyOf(reached.keySet()))
                .with("reached", List.copyOf(reached.values()))
                .rows(Position.class)
                .stream()
                .collect(toMap(Position::aggregate, position -> position));
    }

    /// @return the sequence number of the last event read
    long lock(String topic, UUID aggregate) {
        return database.sql(LOCK)
                .with("topic", topic)
                .with("aggregate", aggregate)
                .one(Long.class);
    }

    void advance(Received event) {
        database.sql(ADVANCE)
                .with("topic", event.topic())
                .with("aggregate", event.aggregate())
                .with("sequence", event.sequence())
                .write();
    }
}
