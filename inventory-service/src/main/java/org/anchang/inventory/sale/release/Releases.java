package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.price.adjustment.PricesTakenBack;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All releases: planned, blocked, open and withdrawn.
@ApplicationScoped
class Releases {
    /// Who withdrew a release, when and why.
    record Withdrawal(String by, Instant at, String reason) {}

    /// The permit that a release should have named from the beginning.
    record NewPermit(String permit, String by, Instant at, String reason) {}

    public record ReleasedUnit(UUID id, UUID building) {}

    /// What is on record of a release besides what was asked for.
    record NewRelease(UUID id, int count, String by, Instant at) {}

    private static final String COLUMNS = """
            SELECT id, project, state, permit, note, units, opens_at, opened_at, opened_by, blocked_at,
                   coalesce(obstacles, '[]') AS obstacles, '[]' AS actions,
                   permit_before AS corrected_before, permit_corrected_by AS corrected_by, permit_corrected_at AS corrected_at,
                   permit_corrected_for AS corrected_reason, withdrawn_at, withdrawn_by, withdrawn_for, person AS by, at
            FROM release
            """;
    private static final String ONE = COLUMNS + "WHERE id = :release";
    private static final String LIST = COLUMNS + """
            WHERE project = :project AND (CAST(:state AS text) IS NULL OR state = :state)
              AND (CAST(:after AS uuid) IS NULL OR id < :after)
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
            SELECT :id, :project, 'PLANNED', :permit, :note, :count, :opensAt, :by, :at WHERE :opensAt > clock_timestamp()""";
    private static final String OPEN_AT_ONCE = """
            INSERT INTO release (id, project, state, permit, note, units, opens_at, opened_at, opened_by, person, at)
            VALUES (:id, :project, 'OPEN', :permit, :note, :count, now(), now(), :by, :by, :at)""";
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
        return database.sql(LIST).with("project", project).with("state", state).page(page, Release.class, Release::id);
    }

    /// In the order of their ids.
    Page<ReleasedUnit> units(UUID release, PageRequest page) {
        return database.sql(RELEASED).with("release", release).page(page, ReleasedUnit.class, ReleasedUnit::id);
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
        return database.sql(NEXT_DUE).row(Release.class);
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

    /// INV-2: who takes planned prices back comes before a release that waits for its moment with them. As for
    /// a command on it, the replicas that wait, for this moment or later, give way.
    void takenBack(@Observes PricesTakenBack prices) {
        database.sql(COME_BEFORE)
                .with("project", prices.project())
                .with("moment", prices.effectiveAt())
                .rows(UUID.class);
    }

    private boolean is(String query, UUID release) {
        return database.sql(query).with("release", release).one(Boolean.class);
    }

    /// @return whether it opens at once or its moment lies ahead; if not, nothing was recorded
    boolean add(Release.Asked asked, NewRelease its) {
        var sql = asked.opensAt() == null ? OPEN_AT_ONCE : PLAN;
        return database.sql(sql).with(asked).with(its).write() == 1;
    }

    /// @throws org.anchang.kit.problem.Refused UNIT_IS_IN_ANOTHER_RELEASE
    void take(UUID release, List<UUID> units) {
        var taken = database.sql(UNITS)
                .with("release", release)
                .with("units", units)
                .write();
        refuseUnless(taken == units.size(), ReleasePolicy.UNIT_IS_IN_ANOTHER_RELEASE);
    }

    /// @param by who opened it by hand; null where its moment did
    void opened(UUID release, @Nullable String by) {
        database.sql(OPENED).with("by", by).with("release", release).write();
    }

    void blocked(UUID release, List<Obstacle> obstacles) {
        database.sql(BLOCKED)
                .withJson("obstacles", obstacles)
                .with("release", release)
                .write();
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
                .row(Release.class)
                .filter(release -> scope.covers(release.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
