package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All releases: planned, blocked, open and withdrawn.
@ApplicationScoped
class Releases {
    /// Who withdrew a release, when and why.
    record Withdrawal(String by, Instant at, String reason) {}

    /// The permit that a release should have named from the beginning.
    record NewPermit(String permit, String by, Instant at, String reason) {}

    private static final String COLUMNS = """
            SELECT id, project, state, permit, note, units, opens_at, opened_at, opened_by, blocked_at, obstacles,
                   withdrawn_at, withdrawn_by, withdrawn_for, person, at,
                   permit_before, permit_corrected_by, permit_corrected_at, permit_corrected_for
            FROM release
            """;
    private static final String LIST = COLUMNS + """
            WHERE project = ? AND (?::text IS NULL OR state = ?) AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?""";
    static final String NEXT_SOON = "SELECT min(opens_at) - interval '25 seconds' FROM release WHERE state = 'PLANNED'";
    /// The more units, the earlier: the work is done ahead, and only its commit waits for the moment. Bringing planned
    /// prices into force takes longer than putting on sale. What several replicas are at is skipped.
    private static final String SOON = """
            WHERE state = 'PLANNED' AND opens_at <= clock_timestamp() + interval '25 seconds'
              AND opens_at <= clock_timestamp() + make_interval(secs => 2 + units / CASE WHEN EXISTS (
                  SELECT 1 FROM price_adjustment j WHERE j.project = release.project
                      AND (j.state = 'IN_PROGRESS' OR j.state = 'PLANNED' AND j.effective_at <= release.opens_at))
                  THEN 800.0 ELSE 2000.0 END)
            """;
    private static final String NEXT_DUE = COLUMNS + SOON + """
            ORDER BY opens_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED""";
    private static final String DUE = "SELECT count(*) FROM (SELECT 1 FROM release " + SOON + "LIMIT ?) due";
    private static final String PLAN = """
            INSERT INTO release (id, project, state, permit, note, units, opens_at, person, at)
            SELECT ?, ?, 'PLANNED', ?, ?, ?, ?, ?, ? WHERE ? > clock_timestamp()""";
    private static final String OPEN_AT_ONCE = """
            INSERT INTO release (id, project, state, permit, note, units, opens_at, opened_at, opened_by, person, at)
            VALUES (?, ?, 'OPEN', ?, ?, ?, now(), now(), ?, ?, ?)""";
    private static final String UNITS = """
            INSERT INTO release_unit (release, unit) SELECT ?, unnest(?)
            ON CONFLICT (unit) WHERE NOT withdrawn DO NOTHING""";
    private static final String OPENED = """
            UPDATE release SET state = 'OPEN', opened_at = clock_timestamp(), opened_by = ? WHERE id = ?""";
    private static final String BLOCKED = """
            UPDATE release SET state = 'BLOCKED', blocked_at = clock_timestamp(), obstacles = ?::jsonb WHERE id = ?""";
    private static final String WITHDRAWN = """
            UPDATE release SET state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, withdrawn_for = ? WHERE id = ?""";

    private static final String CORRECTED = """
            UPDATE release SET permit_before = permit, permit = ?, permit_corrected_by = ?, permit_corrected_at = ?,
                permit_corrected_for = ?
            WHERE id = ?""";
    private static final String OPENING_DAY = """
            SELECT 1 FROM opening_day WHERE release = ? AND state NOT IN ('ENDED', 'CALLED_OFF')""";

    @Inject
    Statements statements;

    @Inject
    ObjectMapper json;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Release get(Scope scope, UUID id) {
        return one(scope, COLUMNS + "WHERE id = ?", id);
    }

    /// For whoever is about to change it by hand, who has looked at it before. A replica that waits with the
    /// release for its moment gives way, within a tenth of a second and the time in which it moves the units.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Release lock(Scope scope, UUID id) {
        statements.row("SELECT pg_advisory_xact_lock(command_on_release(?))", _ -> true, id);
        return one(scope, COLUMNS + "WHERE id = ? FOR NO KEY UPDATE", id);
    }

    /// The newest first.
    Page<Release> list(String project, @Nullable ReleaseState state, PageRequest page) {
        var after = page.afterId().orElse(null);
        var found = statements.rows(LIST, this::read, project, state, state, after, after, page.rows());
        return Page.of(found, page, release -> List.of(release.id()));
    }

    List<UUID> unitsOf(UUID release) {
        return statements.rows(
                "SELECT unit FROM release_unit WHERE release = ? ORDER BY unit",
                row -> row.getObject(1, UUID.class),
                release);
    }

    /// How many are due or soon will be, as far as `most`.
    int due(int most) {
        return statements.row(DUE, row -> row.getInt(1), most).orElse(0);
    }

    /// Locks the next planned release whose moment has come or soon will, and that nobody else is at.
    Optional<Release> lockNextDue() {
        return statements.row(NEXT_DUE, this::read);
    }

    /// Lets the statements of the transaction give up on a lock soon. Until then a command waits for the release, and
    /// so does whoever wants what else is locked.
    void waitBriefly() {
        statements.row("SELECT set_config('lock_timeout', '2s', true)", _ -> true);
    }

    /// Whether nobody is about to change the release by hand.
    boolean isUndisturbed(UUID release) {
        return is("SELECT release_is_undisturbed(?)", release);
    }

    /// Waits until its moment is there by the clock of the database.
    ///
    /// @return false as soon as somebody is about to change it by hand; if not, nobody does any more
    boolean await(Release release) {
        return is("SELECT await_release(?, ?)", release.id(), release.opensAt());
    }

    /// Waits until whoever is about to change the release by hand is through.
    void awaitCommand(UUID release) {
        statements.row("SELECT pg_advisory_xact_lock_shared(command_on_release(?))", _ -> true, release);
    }

    private boolean is(String query, @Nullable Object... parameters) {
        return statements.row(query, row -> row.getBoolean(1), parameters).orElseThrow();
    }

    /// @return whether its moment lies ahead; if not, nothing was recorded
    boolean plan(Release release) {
        return statements.write(
                        PLAN,
                        release.id(),
                        release.project(),
                        release.permit(),
                        release.note(),
                        release.units(),
                        release.opensAt(),
                        release.by(),
                        release.at(),
                        release.opensAt())
                == 1;
    }

    void openAtOnce(Release release) {
        statements.write(
                OPEN_AT_ONCE,
                release.id(),
                release.project(),
                release.permit(),
                release.note(),
                release.units(),
                release.by(),
                release.by(),
                release.at());
    }

    /// @return whether none of the units is in another release
    boolean take(UUID release, List<UUID> units) {
        return statements.write(UNITS, release, units.toArray(UUID[]::new)) == units.size();
    }

    /// INV-13: whether its units are kept for the tickets of an opening day.
    boolean hasOpeningDay(UUID release) {
        return statements.row(OPENING_DAY, _ -> true, release).isPresent();
    }

    /// @param by who opened it by hand; null where its moment did
    void opened(UUID release, @Nullable String by) {
        statements.write(OPENED, by, release);
    }

    void blocked(UUID release, List<Obstacle> obstacles) {
        try {
            statements.write(BLOCKED, json.writeValueAsString(obstacles), release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void corrected(UUID release, NewPermit correction) {
        statements.write(
                CORRECTED, correction.permit(), correction.by(), correction.at(), correction.reason(), release);
    }

    /// How many wait for somebody to mend them.
    int blocked() {
        return statements
                .row("SELECT count(*) FROM release WHERE state = 'BLOCKED'", row -> row.getInt(1))
                .orElse(0);
    }

    void withdrawn(UUID release, Withdrawal withdrawal) {
        statements.write(WITHDRAWN, withdrawal.by(), withdrawal.at(), withdrawal.reason(), release);
        statements.write("UPDATE release_unit SET withdrawn = true WHERE release = ?", release);
    }

    private Release one(Scope scope, String query, UUID id) {
        return statements
                .row(query, this::read, id)
                .filter(release -> scope.covers(release.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private Release read(ResultSet row) throws SQLException {
        return new Release(
                row.getObject(1, UUID.class),
                row.getString(2),
                ReleaseState.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                instant(row, 8),
                row.getString(9),
                instant(row, 10),
                obstacles(row.getString(11)),
                correction(row),
                instant(row, 12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static Release.@Nullable PermitCorrection correction(ResultSet row) throws SQLException {
        var at = instant(row, 19);
        return at == null
                ? null
                : new Release.PermitCorrection(row.getString(17), row.getString(18), at, row.getString(20));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private List<Obstacle> obstacles(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, new TypeReference<List<Obstacle>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
