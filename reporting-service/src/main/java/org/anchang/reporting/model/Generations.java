package org.anchang.reporting.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.sql.Database;

/// Which generations there are, and which of them take in what is told now.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Generations implements PanacheRepositoryBase<Generation, Integer> {
    /// One that waits for somebody to build or to clear it.
    record Waiting(int number, String state) {}

    /// How long nobody may have been heard of it.
    static final String PATIENCE = "interval '1 minute'";

    private static final String TAKING_IN =
            "SELECT number FROM generation WHERE state IN ('CURRENT', 'BUILDING') ORDER BY number";
    private static final String ADD = """
            INSERT INTO generation (number, state, asked_by, beat_at)
            SELECT max(number) + 1, 'BUILDING', :by, clock_timestamp() - interval '1 minute' FROM generation
            ON CONFLICT DO NOTHING""";
    private static final String CLAIM = """
            UPDATE generation SET beat_at = clock_timestamp()
            WHERE number = (SELECT number FROM generation
                            WHERE state IN ('BUILDING', 'LEAVING') AND beat_at <= clock_timestamp() - interval '1 minute'
                            ORDER BY beat_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING number, state""";
    private static final String BEAT = """
            UPDATE generation SET beat_at = clock_timestamp(), events = events + :events
            WHERE number = :number AND state = 'BUILDING'""";
    private static final String LEAVE = """
            UPDATE generation SET state = 'LEAVING', beat_at = clock_timestamp() - interval '1 minute' WHERE state = 'CURRENT'""";
    private static final String COME = """
            UPDATE generation SET state = 'CURRENT', current_at = clock_timestamp() WHERE number = :number""";
    private static final String GONE = "UPDATE generation SET state = 'GONE' WHERE number = :number";

    @Inject
    Database database;

    List<Integer> takingIn() {
        return database.sql(TAKING_IN).rows(Integer.class);
    }

    /// Begins another one; where one is being built already, nothing happens.
    void begin(String by) {
        database.sql(ADD).with("by", by).write();
    }

    Optional<Waiting> claim() {
        return database.sql(CLAIM).row(Waiting.class);
    }

    /// @return whether it is still being built
    boolean beat(int number, int events) {
        return database.sql(BEAT).with("number", number).with("events", events).write() == 1;
    }

    /// From now on it is read, and the one before is not.
    void swap(int number) {
        database.sql(LEAVE).write();
        database.sql(COME).with("number", number).write();
    }

    void gone(int number) {
        database.sql(GONE).with("number", number).write();
    }

    List<Generation.Shown> latest(int most) {
        return findAll(Sort.descending("number")).page(0, most).stream()
                .map(Generation::shown)
                .toList();
    }
}
