package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.sale.release.Release.PermitCorrection;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Prefix;
import org.anchang.kit.sql.Statement;
import org.jspecify.annotations.Nullable;

/// All releases: planned, blocked, open and withdrawn.
@ApplicationScoped
class Releases {
    /// Who withdrew a release, when and why.
    record Withdrawal(String by, Instant at, String reason) {}

    /// The permit that a release should have named from the beginning.
    record NewPermit(String permit, String by, Instant at, String reason) {}

    public record ReleasedUnit(UUID id, UUID building) {}

    private record Row(
            UUID id,
            String project,
            ReleaseState state,
            String permit,
            @Nullable String note,
            int units,
            Instant opensAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            @Nullable Instant blockedAt,
            @Nullable String obstacles,
            @Prefix("corrected") @Nullable PermitCorrection corrected,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnFor,
            String person,
            Instant at) {}

    private static final String COLUMNS = """
            SELECT id, project, state, permit, note, units, opens_at, opened_at, opened_by, blocked_at, obstacles,
                   permit_before AS corrected_before, permit_corrected_by AS corrected_by, permit_corrected_at AS corrected_at,
                   permit_corrected_for AS corrected_reason, withdrawn_at, withdrawn_by, withdrawn_for, person, at
            FROM release
            """;
    private static final String ONE = COLUMNS + "WHERE id = :release";
    private static final String LIST = COLUMNS + """
            WHERE project = :project AND (CAST(:state AS text) IS NULL OR state = :state)
              AND (CAST(:before AS uuid) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :rows""";
    static final String NEXT_SOON = "SELECT min(opens_at) - interval '25 seconds' FROM release WHERE state = 'PLANNED'";
    /// The more units, the earlier: the work is done ahead, and only its commit waits for the moment. Bringing planned
    /// prices into force takes longer than putting on sale. What several replicas are at is skipped.
    private static final String SOON = """
            WHERE state = 'PLANNED' AND opens_at <= clock_timestamp() + interval '25 seconds'
              AND opens_at <= clock_timestamp() + make_interval(secs => 2 + units / CASE WHEN EXISTS (
                  SELECT 1 FROM price_change_ahead p WHERE p.project = release.project AND p.due_at <= release.opens_at)
                  THEN 800.0 ELSE 2000.0 END)
            """;
    private static final String NEXT_DUE = COLUMNS + SOON + """
            ORDER BY opens_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED""";
    private static final String DUE = "SELECT count(*) FROM (SELECT 1 FROM release " + SOON + "LIMIT :most) due";
    private static final String LOCK = "SELECT true FROM pg_advisory_xact_lock(command_on_release(:release))";
    private static final String AWAIT_COMMAND =
            "SELECT true FROM pg_advisory_xact_lock_shared(command_on_release(:release))";
    private static final String COME_BEFORE = """
            SELECT soon.id FROM (
                SELECT id FROM release WHERE project = :project AND state = 'PLANNED' AND opens_at >= :moment
                  AND opens_at < clock_timestamp() + interval '30 seconds' ORDER BY id) soon
            CROSS JOIN LATERAL pg_advisory_xact_lock(command_on_release(soon.id))""";
    private static final String PLAN = """
            INSERT INTO release (id, project, state, permit, note, units, opens_at, person, at)
            SELECT :id, :project, 'PLANNED', :permit, :note, :units, :opensAt, :by, :at WHERE :opensAt > clock_timestamp()""";
    private static final String OPEN_AT_ONCE = """
            INSERT INTO release (id, project, state, permit, note, units, opens_at, opened_at, opened_by, person, at)
            VALUES (:id, :project, 'OPEN', :permit, :note, :units, now(), now(), :by, :by, :at)""";
    private static final String UNITS = """
            INSERT INTO release_unit (release, unit) SELECT :release, unnest(CAST(:units AS uuid[]))
            ON CONFLICT (unit) WHERE NOT withdrawn DO NOTHING""";
    private static final String RELEASED = """
            SELECT u.id, u.building FROM release_unit r JOIN unit_standing u ON u.id = r.unit
            WHERE r.release = :release AND (CAST(:after AS uuid) IS NULL OR r.unit > :after) ORDER BY r.unit LIMIT :rows""";
    private static final String OPENED = """
            UPDATE release SET state = 'OPEN', opened_at = clock_timestamp(), opened_by = :by WHERE id = :release""";
    private static final String BLOCKED = """
            UPDATE release SET state = 'BLOCKED', blocked_at = clock_timestamp(), obstacles = CAST(:obstacles AS jsonb)
            WHERE id = :release""";
    private static final String WITHDRAWN = """
            UPDATE release SET state = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at, withdrawn_for = :reason
            WHERE id = :release""";
    private static final String CORRECTED = """
            UPDATE release SET permit_before = permit, permit = :permit, permit_corrected_by = :by, permit_corrected_at = :at,
                permit_corrected_for = :reason
            WHERE id = :release""";

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Release get(Scope scope, UUID id) {
        return one(scope, ONE, id);
    }

    /// For whoever is about to change it by hand, who has looked at it before. A replica that waits with the
    /// release for its moment gives way, within a tenth of a second and the time in which it moves the units.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Release lock(Scope scope, UUID id) {
        is(LOCK, id);
        return one(scope, ONE + " FOR NO KEY UPDATE", id);
    }

    /// The newest first.
    Page<Release> list(String project, @Nullable ReleaseState state, PageRequest page) {
        var found = database.sql(LIST)
                .with("project", project)
                .with("state", state)
                .with("before", page.afterId().orElse(null))
                .with("rows", page.rows())
                .rows(Row.class);
        return Page.of(found, page, row -> List.of(row.id())).map(this::release);
    }

    /// In the order of their ids.
    Page<ReleasedUnit> units(UUID release, PageRequest page) {
        var found = database.sql(RELEASED)
                .with("release", release)
                .with("after", page.afterId().orElse(null))
                .with("rows", page.rows())
                .rows(ReleasedUnit.class);
        return Page.of(found, page, unit -> List.of(unit.id()));
    }

    List<UUID> unitsOf(UUID release) {
        return database.sql("SELECT unit FROM release_unit WHERE release = :release ORDER BY unit")
                .with("release", release)
                .rows(UUID.class);
    }

    /// How many are due or soon will be, as far as `most`.
    int due(int most) {
        return database.sql(DUE).with("most", most).one(Integer.class);
    }

    /// Locks the next planned release whose moment has come or soon will, and that nobody else is at.
    Optional<Release> lockNextDue() {
        return database.sql(NEXT_DUE).row(Row.class).map(this::release);
    }

    /// Lets the statements of the transaction give up on a lock soon. Until then a command waits for the release, and
    /// so does whoever wants what else is locked.
    void waitBriefly() {
        database.sql("SELECT set_config('lock_timeout', '2s', true)").one(String.class);
    }

    /// Whether nobody is about to change the release by hand.
    boolean isUndisturbed(UUID release) {
        return is("SELECT release_is_undisturbed(:release)", release);
    }

    /// Waits until its moment is there by the clock of the database.
    ///
    /// @return false as soon as somebody is about to change it by hand; if not, nobody does any more
    boolean await(Release release) {
        return database.sql("SELECT await_release(:release, :moment)")
                .with("release", release.id())
                .with("moment", release.opensAt())
                .one(Boolean.class);
    }

    /// Waits until whoever is about to change the release by hand is through.
    ///
    /// @return that there is one to look at again
    boolean awaitCommand(UUID release) {
        return is(AWAIT_COMMAND, release);
    }

    /// As a command on a release does: the replicas that wait for their moments, of this moment or later, give way.
    void comeBefore(String project, Instant moment) {
        database.sql(COME_BEFORE)
                .with("project", project)
                .with("moment", moment)
                .rows(UUID.class);
    }

    private boolean is(String query, UUID release) {
        return database.sql(query).with("release", release).one(Boolean.class);
    }

    /// @return whether its moment lies ahead; if not, nothing was recorded
    boolean plan(Release release) {
        return drawnUp(PLAN, release).with("opensAt", release.opensAt()).write() == 1;
    }

    void openAtOnce(Release release) {
        drawnUp(OPEN_AT_ONCE, release).write();
    }

    private Statement drawnUp(String sql, Release release) {
        return database.sql(sql)
                .with("id", release.id())
                .with("project", release.project())
                .with("permit", release.permit())
                .with("note", release.note())
                .with("units", release.units())
                .with("by", release.by())
                .with("at", release.at());
    }

    /// @return whether none of the units is in another release
    boolean take(UUID release, List<UUID> units) {
        return database.sql(UNITS).with("release", release).with("units", units).write() == units.size();
    }

    /// @param by who opened it by hand; null where its moment did
    void opened(UUID release, @Nullable String by) {
        database.sql(OPENED).with("by", by).with("release", release).write();
    }

    void blocked(UUID release, List<Obstacle> obstacles) {
        try {
            database.sql(BLOCKED)
                    .with("obstacles", json.writeValueAsString(obstacles))
                    .with("release", release)
                    .write();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void corrected(UUID release, NewPermit correction) {
        database.sql(CORRECTED).with(correction).with("release", release).write();
    }

    /// How many wait for somebody to mend them.
    int blocked() {
        return database.sql("SELECT count(*) FROM release WHERE state = 'BLOCKED'")
                .one(Integer.class);
    }

    void withdrawn(UUID release, Withdrawal withdrawal) {
        database.sql(WITHDRAWN).with(withdrawal).with("release", release).write();
        database.sql("UPDATE release_unit SET withdrawn = true WHERE release = :release")
                .with("release", release)
                .write();
    }

    private Release one(Scope scope, String query, UUID id) {
        return database.sql(query)
                .with("release", id)
                .row(Row.class)
                .filter(row -> scope.covers(row.project()))
                .map(this::release)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private Release release(Row row) {
        return new Release(
                row.id(),
                row.project(),
                row.state(),
                row.permit(),
                row.note(),
                row.units(),
                row.opensAt(),
                row.openedAt(),
                row.openedBy(),
                row.blockedAt(),
                obstacles(row.obstacles()),
                row.corrected(),
                row.withdrawnAt(),
                row.withdrawnBy(),
                row.withdrawnFor(),
                row.person(),
                row.at(),
                List.of());
    }

    private List<Obstacle> obstacles(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, new TypeReference<List<Obstacle>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
