package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.catalogue.Projects;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Counts;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Decision;
import org.anchang.inventory.price.adjustment.PriceAdjustment.State;
import org.anchang.inventory.price.adjustment.PriceRule.Areas;
import org.anchang.inventory.price.adjustment.PriceRule.LeftOut;
import org.anchang.inventory.price.adjustment.PriceRule.Outcome;
import org.anchang.inventory.price.adjustment.PriceRule.Priced;
import org.anchang.inventory.price.valuation.ChangingPrices;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// INV-2, INV-12: tries a rule on a selection of units, then applies what was seen, or plans it, or takes the plan
/// back.
@ApplicationScoped
class AdjustingPrices {
    /// What is to be tried.
    record Plan(
            String project,
            UnitSelection selection,
            PriceRule rule,
            @Nullable Instant effectiveAt) {}

    /// @param area of the price
    private record Chosen(
            UUID unit,
            UUID area,
            boolean sold,
            Priced priced,
            @Nullable BigDecimal floorPrice) {}

    private static final int AT_ONCE = 1_000;
    private static final int MOST_NAMED = 100;
    /// The price that will count at a moment: that of the last plan until then, else today's.
    private static final String UNTIL_THEN = """
            LEFT JOIN LATERAL (
                SELECT e.unit_price, e.list_total FROM price_adjustment_unit e JOIN price_adjustment j ON j.id = e.adjustment
                WHERE e.unit = u.id AND (j.state = 'PLANNED' AND j.effective_at <= ?::timestamptz
                    OR j.state = 'IN_PROGRESS' AND NOT EXISTS (SELECT 1 FROM price_adjustment_left_out l
                        WHERE l.adjustment = j.id AND l.unit = u.id))
                ORDER BY j.effective_at DESC NULLS LAST, j.id DESC LIMIT 1) planned ON true
            """;
    private static final String CHOSEN =
            """
            SELECT u.id, p.area, u.state NOT IN ('CLOSED', 'AVAILABLE', 'WITHHELD', 'HELD'), p.basis,
                   coalesce(planned.unit_price, p.unit_price), coalesce(planned.list_total, p.list_total),
                   a.building_area, a.interior_area, u.floor, p.floor_price
            FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version JOIN unit_area a ON a.id = p.area
            """ + UNTIL_THEN + "WHERE u.project = ? AND " + UnitSelection.SQL + "ORDER BY u.id";
    private static final String KNOWN = "SELECT count(*) FROM unit WHERE project = ? AND id = ANY (?)";
    private static final String CHANGE = """
            INSERT INTO price_adjustment_unit (adjustment, unit, area, basis, unit_price_before, list_total_before, unit_price,
                                               list_total, below_floor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LEAVE_OUT = """
            INSERT INTO price_adjustment_left_out (adjustment, unit, reason) VALUES (?, ?, ?)""";
    private static final String ANOTHER_PRICE = """
            SELECT 1 FROM price_adjustment_unit n JOIN unit u ON u.id = n.unit
            JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
            """ + UNTIL_THEN + """
            WHERE n.adjustment = ? AND u.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD', 'HELD')
              AND (coalesce(planned.unit_price, p.unit_price), coalesce(planned.list_total, p.list_total), p.area, p.basis)
                  IS DISTINCT FROM (n.unit_price_before, n.list_total_before, n.area, n.basis)
            LIMIT 1""";
    private static final String LATER = """
            SELECT j.id FROM price_adjustment_unit n JOIN price_adjustment_unit o ON o.unit = n.unit AND o.adjustment <> n.adjustment
            JOIN price_adjustment j ON j.id = o.adjustment
            WHERE n.adjustment = ? AND j.state = 'PLANNED'
              AND j.effective_at > coalesce(?::timestamptz, clock_timestamp()) LIMIT 1""";
    private static final String BELOW_FLOOR = """
            SELECT u.label, count(*) OVER () FROM price_adjustment_unit n JOIN unit u ON u.id = n.unit
            JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
            WHERE n.adjustment = ? AND n.list_total < p.floor_price
              AND u.state IN ('CLOSED', 'AVAILABLE', 'WITHHELD', 'HELD') ORDER BY u.id LIMIT ?""";

    /// As a command on a release does (V18): the replica that waits with it for its moment gives way.
    private static final String COME_BEFORE_RELEASES = """
            SELECT pg_advisory_xact_lock(command_on_release(id)) FROM (
                SELECT id FROM release WHERE project = ? AND state = 'PLANNED' AND opens_at >= ?
                  AND opens_at < clock_timestamp() + interval '30 seconds' ORDER BY id) soon""";

    @Inject
    Projects projects;

    @Inject
    PriceAdjustments adjustments;

    @Inject
    TakingEffect effect;

    @Inject
    ChangingPrices prices;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Says what the rule makes of the prices; changes none.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADJUSTMENT_NOT_POSSIBLE, ADJUSTMENT_NAMES_NO_UNITS
    @Transactional
    UUID preview(Plan plan) {
        projects.get(caller.scope(), plan.project());
        plan.rule().mustBePossible();
        mustBeKnown(plan);
        var id = Ids.next();
        adjustments.open(new PriceAdjustment(
                id,
                plan.project(),
                State.PREVIEWED,
                plan.selection(),
                plan.rule(),
                plan.effectiveAt(),
                new Counts(0, 0, 0),
                Money.ZERO,
                Money.ZERO,
                caller.name(),
                clock.instant(),
                null,
                null,
                null));
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(plan.effectiveAt());
        parameters.add(plan.project());
        parameters.addAll(java.util.Arrays.asList(plan.selection().parameters()));
        statements.batches(
                AT_ONCE,
                chosen -> write(id, plan.rule(), chosen),
                CHOSEN,
                AdjustingPrices::chosen,
                parameters.toArray());
        adjustments.count(id);
        var counts = adjustments.get(caller.scope(), id).counts();
        refuseIf(counts.units() + counts.leftOut() == 0, InventoryRefusal.ADJUSTMENT_NAMES_NO_UNITS);
        return id;
    }

    /// Applies what was previewed, at its moment or at once: of many units, within seconds and in slices.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADJUSTMENT_IS_NOT_OPEN, ADJUSTMENT_NAMES_NO_UNITS,
    ///     STOCK_HAS_CHANGED, LATER_CHANGE_IS_PLANNED, LIST_PRICE_BELOW_FLOOR; CONFLICT_TRY_AGAIN while another
    ///     takes effect
    @Transactional
    void apply(UUID id, String reason) {
        var adjustment = inTurn(id);
        mustBe(State.PREVIEWED, adjustment);
        refuseIf(adjustment.counts().units() == 0, InventoryRefusal.ADJUSTMENT_NAMES_NO_UNITS);
        var then = adjustment.effectiveAt();
        refuseUnless(statements.rows(ANOTHER_PRICE, _ -> true, then, id).isEmpty(), InventoryRefusal.STOCK_HAS_CHANGED);
        mustBeTheLast(id, then);
        mustNotBeBelowFloor(id);
        var decision = new Decision(caller.name(), clock.instant(), reason);
        if (adjustments.decide(id, decision, effect.few()) == State.APPLIED) {
            effect.take(id);
        }
    }

    /// Comes before a release that waits for its moment with the new prices. Looks before that too: no release gives
    /// way to what is refused anyway.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADJUSTMENT_IS_NOT_OPEN, LATER_CHANGE_IS_PLANNED
    @Transactional
    void withdraw(UUID id, String reason) {
        var seen = adjustments.get(caller.scope(), id);
        mustBePlannedLast(seen);
        statements.rows(COME_BEFORE_RELEASES, _ -> true, seen.project(), seen.effectiveAt());
        mustBePlannedLast(inTurn(id));
        if (!adjustments.withdraw(id, new Decision(caller.name(), clock.instant(), reason))) {
            throw refuse(InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN).with("state", State.APPLIED);
        }
    }

    private void mustBePlannedLast(PriceAdjustment adjustment) {
        mustBe(State.PLANNED, adjustment);
        mustBeTheLast(adjustment.id(), adjustment.effectiveAt());
    }

    private PriceAdjustment inTurn(UUID id) {
        var project = adjustments.get(caller.scope(), id).project();
        prices.lock(project);
        effect.takeWhatIsDue(project);
        return adjustments.locked(caller.scope(), id);
    }

    private static void mustBe(State state, PriceAdjustment adjustment) {
        if (adjustment.state() != state) {
            throw refuse(InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN).with("state", adjustment.state());
        }
    }

    /// A later plan rests on the prices as this one finds them.
    private void mustBeTheLast(UUID id, @Nullable Instant then) {
        statements.row(LATER, row -> row.getObject(1, UUID.class), id, then).ifPresent(later -> {
            throw refuse(InventoryRefusal.LATER_CHANGE_IS_PLANNED).with("adjustment", later);
        });
    }

    private void mustNotBeBelowFloor(UUID id) {
        record Below(String label, int all) {}
        var below = statements.rows(BELOW_FLOOR, row -> new Below(row.getString(1), row.getInt(2)), id, MOST_NAMED);
        if (!below.isEmpty()) {
            throw refuse(InventoryRefusal.LIST_PRICE_BELOW_FLOOR)
                    .with("count", below.getFirst().all())
                    .with("units", below.stream().map(Below::label).toList());
        }
    }

    private void mustBeKnown(Plan plan) {
        var named = plan.selection().unitIds();
        if (named != null) {
            var known = statements.row(KNOWN, row -> row.getInt(1), plan.project(), named);
            refuseUnless(known.orElse(0) == named.length, KitRefusal.NOT_FOUND);
        }
    }

    private void write(UUID id, PriceRule rule, List<Chosen> chosen) {
        var changes = new ArrayList<@Nullable Object[]>();
        var left = new ArrayList<@Nullable Object[]>();
        for (var unit : chosen) {
            var outcome = unit.sold() ? new Outcome.None(LeftOut.SOLD) : rule.apply(unit.priced());
            switch (outcome) {
                case Outcome.None(var reason) -> left.add(new Object[] {id, unit.unit(), reason});
                case Outcome.NewPrice(var unitPrice, var total) ->
                    changes.add(new Object[] {
                        id,
                        unit.unit(),
                        unit.area(),
                        unit.priced().basis(),
                        unit.priced().unitPrice(),
                        unit.priced().total(),
                        unitPrice,
                        total,
                        unit.floorPrice() != null && total.amount().compareTo(unit.floorPrice()) < 0
                    });
            }
        }
        statements.writeAll(CHANGE, changes);
        statements.writeAll(LEAVE_OUT, left);
    }

    private static Chosen chosen(ResultSet row) throws SQLException {
        var basis = Basis.valueOf(row.getString(4));
        var building = row.getBigDecimal(7);
        var interior = row.getBigDecimal(8);
        var priced =
                switch (basis) {
                    case BUILDING_AREA -> building;
                    case INTERIOR_AREA -> interior;
                    case WHOLE_UNIT -> BigDecimal.ONE;
                };
        return new Chosen(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(3),
                new Priced(
                        basis,
                        new Money(row.getBigDecimal(5)),
                        new Money(row.getBigDecimal(6)),
                        new Areas(priced, building),
                        row.getString(9)),
                row.getBigDecimal(10));
    }
}
