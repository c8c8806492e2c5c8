package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Counts;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Decision;
import org.anchang.inventory.price.adjustment.PriceAdjustment.State;
import org.anchang.inventory.price.adjustment.PriceRule.LeftOut;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Words;
import org.jspecify.annotations.Nullable;

/// All price adjustments.
@ApplicationScoped
class PriceAdjustments {
    /// One unit of an adjustment, old and new.
    ///
    /// @param belowFloor INV-12: the new total is below the unit's floor price
    record Change(
            UUID unit,
            String label,
            Money unitPriceBefore,
            Money totalBefore,
            Money unitPrice,
            Money total,
            boolean belowFloor) {}

    record Left(UUID unit, String label, LeftOut reason) {
        ShownLeft shown(Words words) {
            return new ShownLeft(unit, label, reason, words.inWords("reason", reason));
        }
    }

    /// @param reasonWords the reason in the caller's language
    record ShownLeft(UUID unit, String label, LeftOut reason, String reasonWords) {}

    private static final String ADJUSTMENT = """
            SELECT id, project, state, selection, rule, effective_at, units, left_out, below_floor, total_before, total_after,
                   previewed_by, previewed_at, decided_by, decided_at, reason, applied_at, withdrawn_by, withdrawn_at,
                   withdrawn_for
            FROM price_adjustment
            """;
    private static final String ONE = ADJUSTMENT + "WHERE id = ?";
    private static final String LOCKED = ONE + " FOR UPDATE";
    private static final String OF_PROJECT =
            ADJUSTMENT + "WHERE project = ? AND (?::uuid IS NULL OR id < ?::uuid) ORDER BY id DESC LIMIT ?";
    private static final String OPEN = """
            INSERT INTO price_adjustment (id, project, state, selection, rule, effective_at, previewed_by, previewed_at)
            VALUES (?, ?, 'PREVIEWED', ?, ?, ?, ?, ?)""";
    private static final String COUNT = """
            UPDATE price_adjustment SET
                (units, below_floor, total_before, total_after) = (
                    SELECT count(*), count(*) FILTER (WHERE below_floor), coalesce(sum(list_total_before), 0),
                           coalesce(sum(list_total), 0) FROM price_adjustment_unit WHERE adjustment = ?),
                left_out = (SELECT count(*) FROM price_adjustment_left_out WHERE adjustment = ?)
            WHERE id = ?""";
    private static final String CHANGES = """
            SELECT n.unit, u.label, n.unit_price_before, n.list_total_before, n.unit_price, n.list_total, n.below_floor
            FROM price_adjustment_unit n JOIN unit u ON u.id = n.unit
            WHERE n.adjustment = ? AND (?::uuid IS NULL OR n.unit > ?::uuid) ORDER BY n.unit LIMIT ?""";
    private static final String LEFT_OUT = """
            SELECT l.unit, u.label, l.reason FROM price_adjustment_left_out l JOIN unit u ON u.id = l.unit
            WHERE l.adjustment = ? AND (?::uuid IS NULL OR l.unit > ?::uuid) ORDER BY l.unit LIMIT ?""";
    private static final String DECIDE = """
            UPDATE price_adjustment SET decided_by = ?, decided_at = ?, reason = ?,
                state = decided.state, applied_at = CASE WHEN decided.state = 'APPLIED' THEN statement_timestamp() END
            FROM (SELECT CASE WHEN effective_at > statement_timestamp() THEN 'PLANNED'
                    WHEN units > ? THEN 'IN_PROGRESS' ELSE 'APPLIED' END AS state FROM price_adjustment WHERE id = ?) decided
            WHERE id = ? AND price_adjustment.state = 'PREVIEWED' RETURNING price_adjustment.state""";
    private static final String WITHDRAW = """
            UPDATE price_adjustment SET state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, withdrawn_for = ?
            WHERE id = ? AND state = 'PLANNED' AND effective_at > clock_timestamp()""";
    private static final String LAPSE = """
            UPDATE price_adjustment SET state = 'LAPSED' WHERE project = ? AND state = 'PREVIEWED'
              AND uuid_extract_timestamp(id) < clock_timestamp() - make_interval(days => ?)""";
    private static final List<String> FORGET = List.of(
            "DELETE FROM price_adjustment_unit n USING price_adjustment j WHERE j.id = n.adjustment AND j.state = 'LAPSED'",
            "DELETE FROM price_adjustment_left_out n USING price_adjustment j WHERE j.id = n.adjustment AND j.state = 'LAPSED'");

    @Inject
    Statements statements;

    @Inject
    ObjectMapper json;

    void open(PriceAdjustment adjustment) {
        statements.write(
                OPEN,
                adjustment.id(),
                adjustment.project(),
                write(adjustment.selection()),
                write(adjustment.rule()),
                adjustment.effectiveAt(),
                adjustment.previewedBy(),
                adjustment.previewedAt());
    }

    /// Sums up what its rows say.
    void count(UUID id) {
        statements.write(COUNT, id, id, id);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    PriceAdjustment get(Scope scope, UUID id) {
        return one(ONE, scope, id);
    }

    /// Nobody else decides about it until the transaction ends.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    PriceAdjustment locked(Scope scope, UUID id) {
        return one(LOCKED, scope, id);
    }

    /// The newest first.
    Page<PriceAdjustment> list(String project, PageRequest page) {
        var before = page.afterId().orElse(null);
        return Page.of(
                statements.rows(OF_PROJECT, this::adjustment, project, before, before, page.rows()),
                page,
                adjustment -> List.of(adjustment.id()));
    }

    Page<Change> changes(UUID id, PageRequest page) {
        var after = page.afterId().orElse(null);
        return Page.of(
                statements.rows(CHANGES, PriceAdjustments::change, id, after, after, page.rows()),
                page,
                change -> List.of(change.unit()));
    }

    Page<Left> leftOut(UUID id, PageRequest page) {
        var after = page.afterId().orElse(null);
        return Page.of(
                statements.rows(
                        LEFT_OUT,
                        row -> new Left(
                                row.getObject(1, UUID.class), row.getString(2), LeftOut.valueOf(row.getString(3))),
                        id,
                        after,
                        after,
                        page.rows()),
                page,
                left -> List.of(left.unit()));
    }

    /// Whoever calls it has locked the adjustment, and seen that it is not decided.
    ///
    /// @param few that may be applied with the decision, if its moment is not to come yet
    State decide(UUID id, Decision decision, int few) {
        return statements
                .row(
                        DECIDE,
                        row -> State.valueOf(row.getString(1)),
                        decision.by(),
                        decision.at(),
                        decision.reason(),
                        few,
                        id,
                        id)
                .orElseThrow();
    }

    /// @return whether its moment was still to come, by the clock of the database
    boolean withdraw(UUID id, Decision decision) {
        return statements.write(WITHDRAW, decision.by(), decision.at(), decision.reason(), id) == 1;
    }

    List<String> projectsWithPreviews() {
        return statements.rows(
                "SELECT DISTINCT project FROM price_adjustment WHERE state = 'PREVIEWED'", row -> row.getString(1));
    }

    void lapse(String project, int days) {
        statements.write(LAPSE, project, days);
    }

    void forgetTheLapsed() {
        FORGET.forEach(statements::write);
    }

    private PriceAdjustment one(String sql, Scope scope, UUID id) {
        return statements
                .row(sql, this::adjustment, id)
                .filter(adjustment -> scope.covers(adjustment.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private PriceAdjustment adjustment(ResultSet row) throws SQLException {
        return new PriceAdjustment(
                row.getObject(1, UUID.class),
                row.getString(2),
                State.valueOf(row.getString(3)),
                read(row.getString(4), UnitSelection.class),
                read(row.getString(5), PriceRule.class),
                instant(row, 6),
                new Counts(row.getInt(7), row.getInt(8), row.getInt(9)),
                new Money(row.getBigDecimal(10)),
                new Money(row.getBigDecimal(11)),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                decision(row, 14),
                instant(row, 17),
                decision(row, 18));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Money(row.getBigDecimal(3)),
                new Money(row.getBigDecimal(4)),
                new Money(row.getBigDecimal(5)),
                new Money(row.getBigDecimal(6)),
                row.getBoolean(7));
    }

    /// @param from the first of its three columns
    private static @Nullable Decision decision(ResultSet row, int from) throws SQLException {
        var at = instant(row, from + 1);
        return at == null ? null : new Decision(row.getString(from), at, row.getString(from + 2));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
