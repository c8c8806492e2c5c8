package org.anchang.kit.export;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// The tasks and their files. Whoever writes one holds it by a lease, which each piece of the file extends;
/// who lost it, to another replica or by a cancellation, writes nothing more.
@ApplicationScoped
class ExportTasks {
    /// @param expected how many rows there are, once that is known
    /// @param expiresAt of a file that can be had: until when
    /// @param failure  why it failed
    record Task(
            UUID id,
            String project,
            String list,
            String filter,
            ExportState state,
            Instant askedAt,
            @Nullable Long expected,
            long rows,
            long bytes,
            @Nullable Instant endedAt,
            @Nullable Instant expiresAt,
            @Nullable Failure failure,
            String[] roles) {}

    enum Failure {
        BROKE_OFF,
        TOO_MANY_ROWS,
        TOO_LARGE
    }

    /// A task in the hands of who writes it.
    record Held(
            UUID id,
            String project,
            String list,
            String filter,
            String askedBy,
            String askedAs,
            String[] roles,
            boolean ownOnly,
            boolean english,
            int attempts) {
        Asked asked() {
            return new Asked(
                    id,
                    project,
                    list,
                    new ExportQuery(filter),
                    askedBy,
                    askedAs,
                    Set.copyOf(Arrays.asList(roles)),
                    ownOnly,
                    english);
        }
    }

    /// The lease is another's, or the task is over.
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeaseLost() {
            super("the export is no longer ours", null, false, false);
        }
    }

    static final int MOST_ATTEMPTS = 3;
    private static final String COLUMNS = """
            SELECT id, project, list, filter, state, asked_at, expected, rows, bytes, ended_at,
                   CASE WHEN state = 'READY' THEN due_at END AS expires_at, failure, roles
            FROM export_task WHERE asked_by = :person""";
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('exports of ' || :person, 0))::text";
    private static final String OPEN =
            "SELECT count(*) FROM export_task WHERE asked_by = :person AND state IN ('QUEUED', 'RUNNING', 'READY')";
    private static final String ASK = """
            INSERT INTO export_task (id, project, list, filter, asked_by, asked_as, roles, own_only, english, asked_at, state, due_at)
            VALUES (:id, :project, :list, :filter, :person, :name, :roles, :ownOnly, :english, :at, 'QUEUED', clock_timestamp())""";
    private static final String TAKE = """
            UPDATE export_task SET state = 'RUNNING', attempts = attempts + 1, rows = 0, bytes = 0,
                due_at = clock_timestamp() + make_interval(secs => :lease)
            WHERE id = (SELECT id FROM export_task WHERE state IN ('QUEUED', 'RUNNING') AND due_at <= clock_timestamp()
                        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, project, list, filter, asked_by, asked_as, roles, own_only, english, attempts""";
    private static final String CLEAR = "DELETE FROM export_piece WHERE task = :id";
    private static final String GO_ON = """
            UPDATE export_task SET rows = :rows, bytes = bytes + :more, expected = coalesce(:expected, expected),
                due_at = clock_timestamp() + make_interval(secs => :lease)
            WHERE id = :id AND state = 'RUNNING' AND attempts = :attempts""";
    private static final String ADD = "INSERT INTO export_piece (task, nr, content) VALUES (:id, :nr, :content)";
    private static final String READY = """
            UPDATE export_task SET state = 'READY', ended_at = :at, due_at = clock_timestamp() + make_interval(secs => :kept)
            WHERE id = :id AND state = 'RUNNING' AND attempts = :attempts""";
    private static final String FAIL = """
            UPDATE export_task SET state = 'FAILED', failure = :failure, ended_at = :at, due_at = NULL
            WHERE id = :id AND state = 'RUNNING' AND attempts = :attempts""";
    private static final String CANCEL = """
            UPDATE export_task SET state = 'CANCELLED', ended_at = coalesce(ended_at, :at), due_at = NULL
            WHERE id = :id AND asked_by = :person AND state IN ('QUEUED', 'RUNNING', 'READY')""";
    private static final String EXPIRED = """
            UPDATE export_task SET state = 'EXPIRED', due_at = NULL
            WHERE id = ANY (ARRAY(SELECT id FROM export_task WHERE state = 'READY' AND due_at <= clock_timestamp()
                                  ORDER BY due_at LIMIT 20 FOR UPDATE SKIP LOCKED))
            RETURNING id""";
    private static final String PIECE = """
            SELECT p.content FROM export_piece p JOIN export_task t ON t.id = p.task
            WHERE p.task = :id AND p.nr = :nr AND t.state = 'READY'""";
    private static final String DOWNLOADED =
            "INSERT INTO export_download (id, task, by, at) VALUES (:id, :task, :person, :at)";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// @param most that one person may have at a time
    /// @throws org.anchang.kit.problem.Refused EXPORTS_TOO_MANY
    @Transactional(Transactional.TxType.MANDATORY)
    void ask(Asked asked, int most) {
        database.sql(LOCK).with("person", asked.person()).one(String.class);
        if (database.sql(OPEN).with("person", asked.person()).one(Long.class) >= most) {
            throw refuse(KitRefusal.EXPORTS_TOO_MANY).with("limit", most);
        }
        database.sql(ASK)
                .with("id", asked.id())
                .with("project", asked.project())
                .with("list", asked.list())
                .with("filter", asked.filter().toString())
                .with("person", asked.person())
                .with("name", asked.name())
                .with("roles", asked.roles())
                .with("ownOnly", asked.ownOnly())
                .with("english", asked.english())
                .with("at", clock.instant())
                .write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where it is nobody's or another's
    Task get(String person, UUID id) {
        return database.sql(COLUMNS + " AND id = :id")
                .with("person", person)
                .with("id", id)
                .row(Task.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The person's own, the latest first.
    Page<Task> list(String person, PageRequest page) {
        return database.sql(COLUMNS + " AND (CAST(:after AS uuid) IS NULL OR id < :after) ORDER BY id DESC LIMIT :rows")
                .with("person", person)
                .page(page, Task.class, Task::id);
    }

    /// Takes what waits, or what somebody left lying.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Held> take(long lease) {
        var held = database.sql(TAKE).with("lease", lease).row(Held.class);
        held.ifPresent(task -> database.sql(CLEAR).with("id", task.id()).write());
        return held;
    }

    /// @param expected null: as it was
    record Progress(long rows, @Nullable Long expected, long lease) {}

    /// @throws LeaseLost if it is no longer ours
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void goOn(Held task, Progress progress, int nr, byte @Nullable [] piece) {
        var written = database.sql(GO_ON)
                .with("id", task.id())
                .with("attempts", task.attempts())
                .with(progress)
                .with("more", piece == null ? 0 : piece.length)
                .write();
        if (written == 0) {
            throw new LeaseLost();
        }
        if (piece != null) {
            database.sql(ADD)
                    .with("id", task.id())
                    .with("nr", nr)
                    .with("content", piece)
                    .write();
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ready(Held task, long kept) {
        ended(database.sql(READY).with("kept", kept), task);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(Held task, Failure failure) {
        if (ended(database.sql(FAIL).with("failure", failure), task)) {
            database.sql(CLEAR).with("id", task.id()).write();
        }
    }

    private boolean ended(org.anchang.kit.sql.Statement ending, Held task) {
        return ending.with("id", task.id())
                        .with("attempts", task.attempts())
                        .with("at", clock.instant())
                        .write()
                > 0;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, EXPORT_IS_OVER
    @Transactional(Transactional.TxType.MANDATORY)
    void cancel(String person, UUID id) {
        var cancelled = database.sql(CANCEL)
                .with("id", id)
                .with("person", person)
                .with("at", clock.instant())
                .write();
        if (cancelled == 0) {
            get(person, id);
            throw refuse(KitRefusal.EXPORT_IS_OVER);
        }
        database.sql(CLEAR).with("id", id).write();
    }

    /// @return how many files went
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int expire() {
        var expired = database.sql(EXPIRED).rows(UUID.class);
        expired.forEach(id -> database.sql(CLEAR).with("id", id).write());
        return expired.size();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void downloaded(String person, UUID task) {
        database.sql(DOWNLOADED)
                .with("id", Ids.next())
                .with("task", task)
                .with("person", person)
                .with("at", clock.instant())
                .write();
    }

    /// Empty behind the last one, and where the file is gone.
    Optional<byte[]> piece(UUID task, int nr) {
        return database.sql(PIECE).with("id", task).with("nr", nr).row(byte[].class);
    }
}
