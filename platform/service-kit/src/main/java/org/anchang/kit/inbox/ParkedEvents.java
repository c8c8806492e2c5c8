package org.anchang.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The events that wait, in order, because one before them is missing or failed. Who parks one has its position taken.
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

    /// How many there are; dead ones and forks wait for a person.
    record Counted(long waiting, long dead, long forked, double oldestSeconds) {}

    /// A parked aggregate whose turn has come.
    record Due(String topic, UUID aggregate) {}

    /// When the first waiting event of an aggregate is next to be tried.
    static final String NEXT_DUE = """
            SELECT min(p.next_attempt) FROM inbox_parked p
            JOIN inbox_position i ON i.topic = p.topic AND i.aggregate = p.aggregate AND p.sequence <= i.last + 1
            WHERE NOT p.dead AND NOT EXISTS (SELECT FROM inbox_parked f
                WHERE f.topic = p.topic AND f.aggregate = p.aggregate AND f.reason = 'FORKED' AND f.dead)""";
    private static final String DUE = """
            SELECT p.topic, p.aggregate FROM inbox_parked p
            JOIN inbox_position i ON i.topic = p.topic AND i.aggregate = p.aggregate AND p.sequence <= i.last + 1
            WHERE NOT p.dead AND NOT EXISTS (SELECT FROM inbox_parked f
                WHERE f.topic = p.topic AND f.aggregate = p.aggregate AND f.reason = 'FORKED' AND f.dead)
              AND p.next_attempt <= clock_timestamp() ORDER BY p.next_attempt LIMIT :most""";
    private static final String NEXT = """
            SELECT p.topic, p.aggregate, p.sequence, p.id, p.type, p.payload, NULL AS traceparent FROM inbox_parked p
            JOIN inbox_position i ON i.topic = p.topic AND i.aggregate = p.aggregate AND p.sequence <= i.last + 1
            WHERE p.topic = :topic AND p.aggregate = :aggregate AND NOT p.dead AND NOT EXISTS (SELECT FROM inbox_parked f
                WHERE f.topic = p.topic AND f.aggregate = p.aggregate AND f.reason = 'FORKED' AND f.dead)
            ORDER BY p.sequence, p.parked_at LIMIT 1""";
    private static final String IS_FORKED = """
            SELECT EXISTS (SELECT FROM inbox_parked
                WHERE topic = :topic AND aggregate = :aggregate AND reason = 'FORKED' AND dead)""";
    private static final String IS_FORK_TO_BE_READ = """
            SELECT EXISTS (SELECT FROM inbox_parked
                WHERE topic = :topic AND aggregate = :aggregate AND sequence = :sequence AND id = :id
                  AND reason = 'FORKED' AND NOT dead)""";
    private static final String IS_DEAD = """
            SELECT EXISTS (SELECT FROM inbox_parked
                WHERE topic = :topic AND aggregate = :aggregate AND sequence = :sequence AND id = :id AND dead)""";
    private static final String PARK = """
            INSERT INTO inbox_parked (topic, aggregate, sequence, id, type, payload, reason)
            VALUES (:topic, :aggregate, :sequence, :id, :type, :payload, :reason) ON CONFLICT DO NOTHING""";
    private static final String FORK = """
            UPDATE inbox_parked SET reason = 'FORKED', dead = true
            WHERE topic = :topic AND aggregate = :aggregate AND sequence = :sequence AND id = :id""";
    private static final String FORGET = """
            DELETE FROM inbox_parked
            WHERE topic = :topic AND aggregate = :aggregate AND sequence = :sequence AND id = :id""";
    private static final String FAILED = """
            UPDATE inbox_parked
            SET attempts = attempts + 1, reason = CASE reason WHEN 'FORKED' THEN reason ELSE 'FAILED' END,
                error = left(:error, 2000),
                dead = :mayDie AND attempts + 1 >= :attempts,
                next_attempt = clock_timestamp() + least(power(2, least(attempts, 10)), CASE WHEN :mayDie THEN 60 ELSE 4 END)
                    * :pause * interval '1 millisecond'
            WHERE topic = :topic AND aggregate = :aggregate AND sequence = :sequence AND id = :id RETURNING dead""";
    private static final String POSTPONE = """
            UPDATE inbox_parked SET next_attempt = clock_timestamp() + :pause * interval '1 millisecond'
            WHERE topic = :topic AND aggregate = :aggregate AND sequence = :sequence AND id = :id""";
    private static final String REPLAY = """
            UPDATE inbox_parked SET dead = false, attempts = 0, next_attempt = clock_timestamp()
            WHERE topic = :topic AND aggregate = :aggregate""";
    private static final String LIST = """
            SELECT topic, aggregate, sequence, type, reason, error, attempts, dead, parked_at
            FROM inbox_parked ORDER BY parked_at, topic, aggregate, sequence LIMIT :most""";
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE NOT dead) AS waiting, count(*) FILTER (WHERE dead) AS dead,
                   count(*) FILTER (WHERE reason = 'FORKED') AS forked,
                   coalesce(extract(epoch FROM clock_timestamp() - min(parked_at)), 0)::float8 AS oldest_seconds
            FROM inbox_parked""";

    @Inject
    Database database;

    @ConfigProperty(name = "anchang.inbox.attempts")
    int attempts;

    @ConfigProperty(name = "anchang.inbox.first-pause-millis")
    int firstPauseMillis;

    /// Whether a fork of its aggregate waits for a person.
    boolean isForked(Received event) {
        return database.sql(IS_FORKED)
                .with("topic", event.topic())
                .with("aggregate", event.aggregate())
                .one(Boolean.class);
    }

    /// Whether it is a fork that a person has let be read.
    boolean isForkToBeRead(Received event) {
        return about(IS_FORK_TO_BE_READ, event).one(Boolean.class);
    }

    boolean isDead(Received event) {
        return about(IS_DEAD, event).one(Boolean.class);
    }

    void park(Received event, String reason) {
        about(PARK, event)
                .with("type", event.type())
                .with("payload", event.payload())
                .with("reason", reason)
                .write();
    }

    void fork(Received event) {
        park(event, "FORKED");
        about(FORK, event).write();
    }

    void forget(Received event) {
        about(FORGET, event).write();
    }

    /// Counts a failed attempt. @return whether it was the last one, so that the event is a dead letter now
    boolean failed(Received event, RuntimeException failure) {
        park(event, "FAILED");
        return about(FAILED, event)
                .with("error", String.valueOf(failure))
                .with("attempts", attempts)
                .with("mayDie", !(failure instanceof NotYet))
                .with("pause", firstPauseMillis)
                .one(Boolean.class);
    }

    /// Parks the event for another attempt in a while, without counting one.
    void postpone(Received event) {
        park(event, "FAILED");
        about(POSTPONE, event).with("pause", firstPauseMillis).write();
    }

    /// The waiting event that follows the last one read, if it waits here and is not dead.
    Optional<Received> next(String topic, UUID aggregate) {
        return database.sql(NEXT)
                .with("topic", topic)
                .with("aggregate", aggregate)
                .row(Received.class);
    }

    /// Aggregates whose first waiting event may be tried again now.
    List<Due> due(int most) {
        return database.sql(DUE).with("most", most).rows(Due.class);
    }

    /// Lets the dead or waiting events of an aggregate be tried again at once, and its forks be read. @return how many there are
    public int replay(String topic, UUID aggregate) {
        return database.sql(REPLAY)
                .with("topic", topic)
                .with("aggregate", aggregate)
                .write();
    }

    /// The parked events, oldest first.
    public List<Parked> list(int most) {
        return database.sql(LIST).with("most", most).rows(Parked.class);
    }

    Counted count() {
        return database.sql(COUNT).one(Counted.class);
    }

    private Statement about(String sql, Received event) {
        return database.sql(sql)
                .with("topic", event.topic())
                .with("aggregate", event.aggregate())
                .with("sequence", event.sequence())
                .with("id", event.id());
    }
}
