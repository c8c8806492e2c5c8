package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.price.PriceTurn;
import org.anchang.inventory.price.adjustment.PriceAdjustment.AdjustmentState;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Decision;
import org.anchang.inventory.price.adjustment.PriceRule.LeftOutOfAdjustment;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// All price adjustments.
@ApplicationScoped
class PriceAdjustments implements PriceTurn.InSlices {
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

    /// What is to be tried, as it begins.
    record Preview(
            UUID id,
            String project,
            @Json UnitSelection selection,
            @Json PriceRule rule,
            @Nullable Instant effectiveAt,
            String by,
            Instant at) {}

    record LeftOut(UUID unit, String label, LeftOutOfAdjustment reason) {
        UnitLeftOutOfAdjustment shown(Words words) {
            return new UnitLeftOutOfAdjustment(unit, label, reason, words.inWords("reason", reason));
        }
    }

    /// @param reasonWords the reason in the caller's language
    record UnitLeftOutOfAdjustment(UUID unit, String label, LeftOutOfAdjustment reason, String reasonWords) {}

    private static final String ADJUSTMENT = """
            SELECT id, project, state, selection, rule, effective_at, units, left_out, below_floor, total_before AS before, total_after AS after,
                   previewed_by, previewed_at, decided_by, decided_at, reason AS decided_reason, applied_at, withdrawn_by,
                   withdrawn_at, withdrawn_for AS withdrawn_reason
            FROM price_adjustment
            """;
    private static final String ONE = ADJUSTMENT + "WHERE id = :id";
    private static final String LOCKED = ONE + " FOR UPDATE";
    private static final String OF_PROJECT = ADJUSTMENT + """
            WHERE project = :project AND (CAST(:after AS uuid) IS NULL OR id < :after) ORDER BY id DESC LIMIT :rows""";
    private static final String OPEN = """
            INSERT INTO price_adjustment (id, project, state, selection, rule, effective_at, previewed_by, previewed_at)
            VALUES (:id, :project, 'PREVIEWED', :selection, :rule, :effectiveAt, :by, :at)""";
    private static final String COUNT = """
            UPDATE price_adjustment SET
                (units, below_floor, total_before, total_after) = (
                    SELECT count(*), count(*) FILTER (WHERE below_floor), coalesce(sum(list_total_before), 0),
                           coalesce(sum(list_total), 0) FROM price_adjustment_unit WHERE adjustment = :id),
                left_out = (SELECT count(*) FROM price_adjustment_left_out WHERE adjustment = :id)
            WHERE id = :id""";
    private static final String CHANGES = """
            SELECT n.unit, u.label, n.unit_price_before, n.list_total_before AS total_before, n.unit_price, n.list_total AS total,
                   n.below_floor
            FROM price_adjustment_unit n JOIN unit_standing u ON u.id = n.unit
            WHERE n.adjustment = :id AND (CAST(:after AS uuid) IS NULL OR n.unit > :after) ORDER BY n.unit LIMIT :rows""";
    private static final String LEFT_OUT = """
            SELECT l.unit, u.label, l.reason FROM price_adjustment_left_out l JOIN unit_standing u ON u.id = l.unit
            WHERE l.adjustment = :id AND (CAST(:after AS uuid) IS NULL OR l.unit > :after) ORDER BY l.unit LIMIT :rows""";
    private static final String DECIDE = """
            UPDATE price_adjustment SET decided_by = :by, decided_at = :at, reason = :reason,
                state = decided.state, applied_at = CASE WHEN decided.state = 'APPLIED' THEN statement_timestamp() END
            FROM (SELECT CASE WHEN effective_at > statement_timestamp() THEN 'PLANNED'
                    WHEN units > :few THEN 'IN_PROGRESS' ELSE 'APPLIED' END AS state FROM price_adjustment WHERE id = :id) decided
            WHERE id = :id AND price_adjustment.state = 'PREVIEWED' RETURNING price_adjustment.state""";
    private static final String WITHDRAW = """
            UPDATE price_adjustment SET state = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at, withdrawn_for = :reason
            WHERE id = :id AND state = 'PLANNED' AND effective_at > clock_timestamp()""";
    private static final String UNDER_WAY =
            "SELECT EXISTS (SELECT 1 FROM price_adjustment WHERE project = :project AND state = 'IN_PROGRESS')";
    private static final String LAPSE = """
            UPDATE price_adjustment SET state = 'LAPSED' WHERE project = :project AND state = 'PREVIEWED'
              AND uuid_extract_timestamp(id) < clock_timestamp() - make_interval(days => :days)""";
    private static final List<String> FORGET = List.of(
            "DELETE FROM price_adjustment_unit n USING price_adjustment j WHERE j.id = n.adjustment AND j.state = 'LAPSED'",
            "DELETE FROM price_adjustment_left_out n USING price_adjustment j WHERE j.id = n.adjustment AND j.state = 'LAPSED'");

    @Inject
    Database database;

    void open(Preview preview) {
        database.sql(OPEN).with(preview).write();
    }

    /// Sums up what its rows say.
    void count(UUID id) {
        database.sql(COUNT).with("id", id).write();
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
        return database.sql(OF_PROJECT).with("project", project).page(page, PriceAdjustment.class, PriceAdjustment::id);
    }

    Page<Change> changes(UUID id, PageRequest page) {
        return database.sql(CHANGES).with("id", id).page(page, Change.class, Change::unit);
    }

    Page<LeftOut> leftOut(UUID id, PageRequest page) {
        return database.sql(LEFT_OUT).with("id", id).page(page, LeftOut.class, LeftOut::unit);
    }

    /// Whoever calls it has locked the adjustment, and seen that it is not decided.
    ///
    /// @param few that may be applied with the decision, if its moment is not to come yet
    AdjustmentState decide(UUID id, Decision decision, int few) {
        return database.sql(DECIDE)
                .with(decision)
                .with("few", few)
                .with("id", id)
                .one(AdjustmentState.class);
    }

    /// @return whether its moment was still to come, by the clock of the database
    boolean withdraw(UUID id, Decision decision) {
        return database.sql(WITHDRAW).with(decision).with("id", id).write() == 1;
    }

    @Override
    public boolean isUnderWay(String project) {
        return database.sql(UNDER_WAY).with("project", project).one(Boolean.class);
    }

    List<String> projectsWithPreviews() {
        return database.sql("SELECT DISTINCT project FROM price_adjustment WHERE state = 'PREVIEWED'")
                .rows(String.class);
    }

    void lapse(String project, int days) {
        database.sql(LAPSE).with("project", project).with("days", days).write();
    }

    void forgetTheLapsed() {
        FORGET.forEach(forget -> database.sql(forget).write());
    }

    private PriceAdjustment one(String sql, Scope scope, UUID id) {
        return database.sql(sql)
                .with("id", id)
                .row(PriceAdjustment.class)
                .filter(adjustment -> scope.covers(adjustment.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
