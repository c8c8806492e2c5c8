package org.anchang.customer.importing;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All files that were sent in, and whose turn it is in each project.
@ApplicationScoped
class CustomerImports {
    /// @param by who started it
    record AtWork(UUID id, String by) {}

    private static final String ALL = """
            SELECT id, project, kind, format, state, mode, reason, read, sheets, consultants, rows, fresh, known, duplicates, bad,
                   at_line, worked, added, updated, left_alone, merged, failed, sent_by, sent_at, run_by, run_at, ended_at
            FROM customer_import
            """;
    private static final String ONE = ALL + "WHERE id = :id";
    private static final String ONE_LOCKED = ONE + " FOR UPDATE";
    private static final String ADD = """
            INSERT INTO customer_import (id, project, kind, format, state, read, sheets, consultants, rows, fresh, known, duplicates,
                                         bad, sent_by, sent_at)
            VALUES (:id, :project, :kind, :format, :state, :read, :sheets, :consultants, :rows, :fresh, :known, :duplicates, :bad,
                    :sentBy, :sentAt)""";
    private static final String TAKE_TURN = """
            INSERT INTO customer_import_turn (project, import, next_at) VALUES (:project, :id, clock_timestamp())
            ON CONFLICT DO NOTHING""";
    private static final String LEAVE_TURN = "DELETE FROM customer_import_turn WHERE import = :id";
    private static final String KEEP_TURN =
            "SELECT project FROM customer_import_turn WHERE import = :id FOR UPDATE SKIP LOCKED";
    static final String NEXT_TURN = "SELECT min(next_at) FROM customer_import_turn";
    private static final String AT_WORK = """
            SELECT t.import AS id, i.run_by AS by FROM customer_import_turn t JOIN customer_import i ON i.id = t.import
            WHERE t.next_at <= clock_timestamp() ORDER BY t.next_at""";
    private static final String RUN = """
            UPDATE customer_import SET state = 'RUNNING', mode = :mode, reason = :reason, run_by = :by, run_at = :at, ended_at = NULL
            WHERE id = :id""";
    private static final String END = "UPDATE customer_import SET state = :state, ended_at = :at WHERE id = :id";
    private static final String ADVANCE = """
            UPDATE customer_import SET at_line = :line, worked = worked + :worked, added = added + :added, updated = updated + :updated,
                left_alone = left_alone + :left, merged = merged + :merged, failed = failed + :failed
            WHERE id = :id""";
    /// The next slice is due from now on, and not since the run began.
    private static final String GOES_ON =
            "UPDATE customer_import_turn SET next_at = clock_timestamp() WHERE import = :id AND next_at < clock_timestamp()";
    private static final String LAPSE = """
            UPDATE customer_import SET state = 'LAPSED', ended_at = :now
            WHERE project = :project AND state IN ('READY', 'STOPPED', 'DONE') AND coalesce(ended_at, sent_at) < :before""";
    private static final String KEPT =
            "SELECT DISTINCT project FROM customer_import WHERE state IN ('READY', 'STOPPED', 'DONE')";

    @Inject
    Database database;

    void add(CustomerImport sent) {
        database.sql(ADD).with(sent).write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    CustomerImport get(Scope scope, UUID id) {
        return covered(scope, find(ONE, id));
    }

    /// The same, and nobody else starts or stops it until the transaction ends.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    CustomerImport toChange(Scope scope, UUID id) {
        return covered(scope, find(ONE_LOCKED, id));
    }

    /// One that is at work.
    CustomerImport named(UUID id) {
        return find(ONE_LOCKED, id).orElseThrow();
    }

    /// The newest first.
    Page<CustomerImport> list(String project, PageRequest page) {
        var conditions = new Conditions("project = :project", new HashMap<>(Map.of("project", project)));
        return database.page(ALL + "WHERE ", conditions.latestBy("id", page), CustomerImport.class, CustomerImport::id);
    }

    /// @return whether it is this one's turn in its project: one at a time
    boolean takesTurn(CustomerImport waiting) {
        return database.sql(TAKE_TURN)
                        .with("project", waiting.project())
                        .with("id", waiting.id())
                        .write()
                == 1;
    }

    /// Until the transaction ends nobody else works on it, and whoever stops it waits.
    ///
    /// @return whether it is still its turn, and nobody is at it
    boolean keepsTurn(UUID id) {
        return database.sql(KEEP_TURN).with("id", id).row(String.class).isPresent();
    }

    List<AtWork> atWork() {
        return database.sql(AT_WORK).rows(AtWork.class);
    }

    /// @param reason sealed
    void run(UUID id, ImportMode mode, String reason, String by, Instant at) {
        database.sql(RUN)
                .with("id", id)
                .with("mode", mode)
                .with("reason", reason)
                .with("by", by)
                .with("at", at)
                .write();
    }

    /// Waits for the slice that is at work.
    void leaveTurn(UUID id) {
        database.sql(LEAVE_TURN).with("id", id).write();
    }

    void end(UUID id, CustomerImport.ImportState state, Instant at) {
        leaveTurn(id);
        database.sql(END).with("id", id).with("state", state).with("at", at).write();
    }

    /// @param line the last that is done with
    void advance(UUID id, long line, int worked, Tally tally) {
        database.sql(ADVANCE)
                .with("id", id)
                .with("line", line)
                .with("worked", worked)
                .with("added", tally.added())
                .with("updated", tally.updatedRows())
                .with("left", tally.leftAlone())
                .with("merged", tally.mergedRows())
                .with("failed", tally.failed().size())
                .write();
        database.sql(GOES_ON).with("id", id).write();
    }

    List<String> projectsWithKept() {
        return database.sql(KEPT).rows(String.class);
    }

    void lapse(String project, Instant before, Instant now) {
        database.sql(LAPSE)
                .with("project", project)
                .with("before", before)
                .with("now", now)
                .write();
    }

    private Optional<CustomerImport> find(String sql, UUID id) {
        return database.sql(sql).with("id", id).row(CustomerImport.class);
    }

    private static CustomerImport covered(Scope scope, Optional<CustomerImport> found) {
        return found.filter(one -> scope.covers(one.project())).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
