package org.anchang.kit.inbox;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.sql.Database;

/// How far each aggregate was read. Who takes a position has it until the end of the transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Positions {
    /// Where an aggregate was found.
    ///
    /// @param ids    of the last events read, as the database writes an array, the last one first
    /// @param parked whether events of it wait. What another replica parks in this very moment does not show; it is
    ///               found behind the position by the retry
    record Position(UUID aggregate, long last, String ids, boolean parked) {
        /// Whether another event than this one was read under its number. Of what lies further back than ids are
        /// remembered nobody knows.
        boolean isForkedBy(Received event) {
            var known = ids.substring(1, ids.length() - 1).split(",");
            var back = last - event.sequence();
            return back >= 0
                    && back < known.length
                    && !known[(int) back].isEmpty()
                    && !known[(int) back].equals(event.id().toString());
        }
    }

    /// Of so many of the last events of each aggregate the ids are remembered.
    private static final int REMEMBERED = 32;

    /// In the order of the aggregates, so that two who take several never wait for each other.
    private static final String TAKE = """
            INSERT INTO inbox_position AS p (topic, aggregate, last, ids)
            SELECT :topic, aggregate, last, first_of(ids::uuid[], :remembered)
            FROM unnest(:aggregates::uuid[], :reached::int8[], :ids::text[]) AS given (aggregate, last, ids) ORDER BY aggregate
            ON CONFLICT (topic, aggregate) DO UPDATE SET
                last = greatest(p.last, excluded.last),
                ids = CASE WHEN excluded.last > p.last
                           THEN first_of(first_of(excluded.ids, (excluded.last - p.last)::int) || p.ids, :remembered) ELSE p.ids END
            RETURNING p.aggregate, coalesce(old.last, 0) AS last, coalesce(old.ids, '{}')::text AS ids, EXISTS (
                SELECT FROM inbox_parked w WHERE w.topic = p.topic AND w.aggregate = p.aggregate) AS parked""";
    private static final String LOCK = """
            INSERT INTO inbox_position AS p (topic, aggregate, last) VALUES (:topic, :aggregate, 0)
            ON CONFLICT (topic, aggregate) DO UPDATE SET last = p.last
            RETURNING p.aggregate, p.last, p.ids::text AS ids, EXISTS (
                SELECT FROM inbox_parked w WHERE w.topic = p.topic AND w.aggregate = p.aggregate) AS parked""";
    private static final String ADVANCE = """
            UPDATE inbox_position SET last = :sequence, ids = first_of(:id::uuid || ids, :remembered)
            WHERE topic = :topic AND aggregate = :aggregate""";
    /// Less than a deadlock takes to be found: it is never a command that pays for one with what is read together.
    private static final String GIVE_WAY = "SELECT set_config('lock_timeout', '300ms', true)";

    @Inject
    Database database;

    /// Waits for nobody's lock for long in this transaction.
    void giveWay() {
        database.sql(GIVE_WAY).one(String.class);
    }

    /// Moves each aggregate behind the last of these events, of which none must be missing. @return where each was
    /// before
    Map<UUID, Position> take(List<Received> events) {
        var reached = new HashMap<UUID, TreeMap<Long, UUID>>();
        events.forEach(event -> reached.computeIfAbsent(event.aggregate(), _ -> new TreeMap<>())
                .putIfAbsent(event.sequence(), event.id()));
        return database
                .sql(TAKE)
                .with("topic", events.getFirst().topic())
                .with("aggregates", List.copyOf(reached.keySet()))
                .with("reached", reached.values().stream().map(TreeMap::lastKey).toList())
                .with(
                        "ids",
                        reached.values().stream()
                                .map(read -> array(read.descendingMap().values()))
                                .toList())
                .with("remembered", REMEMBERED)
                .rows(Position.class)
                .stream()
                .collect(toMap(Position::aggregate, position -> position));
    }

    Position lock(Received event) {
        return database.sql(LOCK)
                .with("topic", event.topic())
                .with("aggregate", event.aggregate())
                .one(Position.class);
    }

    void advance(Received event) {
        database.sql(ADVANCE)
                .with("topic", event.topic())
                .with("aggregate", event.aggregate())
                .with("sequence", event.sequence())
                .with("id", event.id())
                .with("remembered", REMEMBERED)
                .write();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
