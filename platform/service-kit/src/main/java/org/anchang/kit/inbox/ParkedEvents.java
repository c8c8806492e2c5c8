package org.anchang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The events that wait, in order, because one before them is missing or failed. Who parks one has its [Positions].
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ParkedEvents {
    /// One waiting event, as operators see it.
    public record Parked(
            String topic,
            UUID aggregate,
            long sequence,
            String type,
            String reason,
            @Nullable String error,
            int attempts,
            boolean dead,
            Instant parkedAt) {}

    /// A parked aggregate whose turn has come.
    record Due(String topic, UUID aggregate) {}

    /// When the first waiting event of an aggregate is next to be tried.
    static final String NEXT_DUE = """
            SELECT min(p.next_attempt) FROM inbox_parked p
            JOIN inbox_position i ON i.topic = p.topic AND i.aggregate = p.aggregate AND p.sequence <= i.last + 1
            WHERE NOT p.dead""";

    @Inject
    EntityManager database;

    @ConfigProperty(name = "anchang.inbox.attempts")
    int attempts;

    @ConfigProperty(name = "anchang.inbox.first-pause-millis")
    int firstPauseMillis;

    boolean anyOf(Received event) {
        return !query(
                        "SELECT 1 FROM inbox_parked WHERE topic = ?1 AND aggregate = ?2 LIMIT 1",
                        event.topic(),
                        event.aggregate())
                .getResultList()
                .isEmpty();
    }

    boolean isDead(Received event) {
        return !query(
                        "SELECT 1 FROM inbox_parked WHERE topic = ?1 AND aggregate = ?2 AND sequence = ?3 AND dead",
                        event.topic(),
                        event.aggregate(),
                        event.sequence())
                .getResultList()
                .isEmpty();
    }

    void park(Received event, String reason) {
        execute(
                """
                INSERT INTO inbox_parked (topic, aggregate, sequence, id, type, payload, reason)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING""",
                event.topic(),
                event.aggregate(),
                event.sequence(),
                event.id(),
                event.type(),
                event.payload(),
                reason);
    }

    void forget(Received event) {
        execute(
                "DELETE FROM inbox_parked WHERE topic = ?1 AND aggregate = ?2 AND sequence = ?3",
                event.topic(),
                event.aggregate(),
                event.sequence());
    }

    /// Counts a failed attempt. @return whether it was the last one, so that the event is a dead letter now
    boolean failed(Received event, RuntimeException failure) {
        park(event, "FAILED");
        var mayDie = !(failure instanceof NotYet);
        return (Boolean) query(
                        """
                        UPDATE inbox_parked
                        SET attempts = attempts + 1, reason = 'FAILED', error = left(?4, 2000),
                            dead = ?6 AND attempts + 1 >= ?5,
                            next_attempt = clock_timestamp()
                                + least(power(2, least(attempts, 10)), CASE WHEN ?6 THEN 60 ELSE 4 END) * ?7 * interval '1 millisecond'
                        WHERE topic = ?1 AND aggregate = ?2 AND sequence = ?3 RETURNING dead""",
                        event.topic(),
                        event.aggregate(),
                        event.sequence(),
                        String.valueOf(failure),
                        attempts,
                        mayDie,
                        firstPauseMillis)
                .getSingleResult();
    }

    /// Parks the event for another attempt in a while, without counting one.
    void postpone(Received event) {
        park(event, "FAILED");
        execute("""
                UPDATE inbox_parked SET next_attempt = clock_timestamp() + ?4 * interval '1 millisecond'
                WHERE topic = ?1 AND aggregate = ?2 AND sequence = ?3""", event.topic(), event.aggregate(), event.sequence(), firstPauseMillis);
    }

    /// The waiting event that follows the last one read, if it waits here and is not dead.
    @Nullable
    Received next(String topic, UUID aggregate) {
        List<?> rows = query("""
                        SELECT p.sequence, p.id, p.type, p.payload FROM inbox_parked p
                        JOIN inbox_position i ON i.topic = p.topic AND i.aggregate = p.aggregate AND p.sequence <= i.last + 1
                        WHERE p.topic = ?1 AND p.aggregate = ?2 AND NOT p.dead ORDER BY p.sequence LIMIT 1""", topic, aggregate).getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        var row = (Object[]) rows.getFirst();
        return new Received(
                topic, aggregate, ((Number) row[0]).longValue(), (UUID) row[1], (String) row[2], (String) row[3], null);
    }

    /// Aggregates whose first waiting event may be tried again now.
    List<Due> due(int most) {
        List<?> rows = query("""
                        SELECT p.topic, p.aggregate FROM inbox_parked p
                        JOIN inbox_position i ON i.topic = p.topic AND i.aggregate = p.aggregate AND p.sequence <= i.last + 1
                        WHERE NOT p.dead AND p.next_attempt <= clock_timestamp() ORDER BY p.next_attempt LIMIT ?1""", most).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Due((String) row[0], (UUID) row[1]))
                .toList();
    }

    /// Lets the dead or waiting events of an aggregate be tried again at once. @return how many there are
    public int replay(String topic, UUID aggregate) {
        return execute("""
                UPDATE inbox_parked SET dead = false, attempts = 0, next_attempt = clock_timestamp()
                WHERE topic = ?1 AND aggregate = ?2""", topic, aggregate);
    }

    /// The parked events after `after`, oldest first.
    public List<Parked> list(int most) {
        List<?> rows = query("""
                        SELECT topic, aggregate, sequence, type, reason, error, attempts, dead, parked_at
                        FROM inbox_parked ORDER BY parked_at, topic, aggregate, sequence LIMIT ?1""", most).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Parked(
                        (String) row[0],
                        (UUID) row[1],
                        ((Number) row[2]).longValue(),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Integer) row[6],
                        (Boolean) row[7],
                        (Instant) row[8]))
                .toList();
    }

    long count(boolean dead) {
        return ((Number) query("SELECT count(*) FROM inbox_parked WHERE dead = ?1", dead)
                        .getSingleResult())
                .longValue();
    }

    private jakarta.persistence.Query query(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private int execute(String sql, Object... parameters) {
        return query(sql, parameters).executeUpdate();
    }
}
