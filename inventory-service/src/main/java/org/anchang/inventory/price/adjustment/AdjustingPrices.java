package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.LoweringPrices;
import org.anchang.inventory.price.PriceTurn;
import org.anchang.inventory.price.adjustment.PriceAdjustment.AdjustmentState;
import org.anchang.inventory.price.adjustment.PriceAdjustment.Decision;
import org.anchang.inventory.price.adjustment.PriceAdjustmentResource.TryAdjustment;
import org.anchang.inventory.price.adjustment.PriceAdjustments.Preview;
import org.anchang.inventory.price.adjustment.PriceRule.Applied;
import org.anchang.inventory.price.adjustment.PriceRule.LeftOutOfAdjustment;
import org.anchang.inventory.price.adjustment.PriceRule.PricedUnit;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.inventory.unit.Projects;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-2, INV-12: tries a rule on a selection of units, then applies what was seen, or plans it, or takes the plan
/// back.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AdjustingPrices {
    /// @param area of the price
    private record Chosen(
            UUID unit,
            UUID area,
            boolean sold,
            PricedUnit priced,
            @Nullable Money floorPrice) {}

    private record Changed(
            UUID adjustment,
            UUID unit,
            UUID area,
            Basis basis,
            Money unitPriceBefore,
            Money totalBefore,
            Money unitPrice,
            Money total,
            boolean belowFloor) {}

    private record NotChanged(UUID adjustment, UUID unit, LeftOutOfAdjustment reason) {}

    private static final int AT_ONCE = 1_000;
    private static final int MOST_NAMED = 100;
    /// The price that will count at a moment: that of the last plan until then, else today's.
    private static final String UNTIL_THEN = """
            LEFT JOIN LATERAL (
                SELECT e.unit_price, e.list_total FROM price_adjustment_unit e JOIN price_adjustment j ON j.id = e.adjustment
                WHERE e.unit = u.id AND (j.state = 'PLANNED' AND j.effective_at <= CAST(:then AS timestamptz)
                    OR j.state = 'IN_PROGRESS' AND NOT EXISTS (SELECT 1 FROM price_adjustment_left_out l
                        WHERE l.adjustment = j.id AND l.unit = u.id))
                ORDER BY j.effective_at DESC NULLS LAST, j.id DESC LIMIT 1) planned ON true
            """;
    private static final String CHOSEN =
            """
            SELECT u.id AS unit, p.area, u.sold, p.basis, coalesce(planned.unit_price, p.unit_price) AS unit_price,
                   coalesce(planned.list_total, p.list_total) AS total,
                   CASE p.basis WHEN 'BUILDING_AREA' THEN a.building_area WHEN 'INTERIOR_AREA' THEN a.interior_area ELSE 1 END
                       AS priced,
                   a.building_area AS building, u.floor, p.floor_price
            FROM unit_standing u JOIN counting_price p ON p.unit = u.id JOIN area_on_record a ON a.id = p.area
            """ + UNTIL_THEN + "WHERE u.project = :project AND " + UnitSelection.SQL + "ORDER BY u.id";
    private static final String KNOWN =
            "SELECT count(*) FROM unit_standing WHERE project = :project AND id = ANY (:units)";
    private static final String CHANGE = """
            INSERT INTO price_adjustment_unit (adjustment, unit, area, basis, unit_price_before, list_total_before, unit_price,
                                               list_total, below_floor)
            VALUES (:adjustment, :unit, :area, :basis, :unitPriceBefore, :totalBefore, :unitPrice, :total, :belowFloor)""";
    private static final String LEAVE_OUT = """
            INSERT INTO price_adjustment_left_out (adjustment, unit, reason) VALUES (:adjustment, :unit, :reason)""";
    private static final String ANOTHER_PRICE = """
            SELECT EXISTS (SELECT 1 FROM price_adjustment_unit n JOIN unit_standing u ON u.id = n.unit
            JOIN counting_price p ON p.unit = u.id
            """ + UNTIL_THEN + """
            WHERE n.adjustment = :adjustment AND NOT u.sold
              AND (coalesce(planned.unit_price, p.unit_price), coalesce(planned.list_total, p.list_total), p.area, p.basis)
                  IS DISTINCT FROM (n.unit_price_before, n.list_total_before, n.area, n.basis))""";
    private static final String LATER = """
            SELECT j.id FROM price_adjustment_unit n JOIN price_adjustment_unit o ON o.unit = n.unit AND o.adjustment <> n.adjustment
            JOIN price_adjustment j ON j.id = o.adjustment
            WHERE n.adjustment = :adjustment AND j.state = 'PLANNED'
              AND j.effective_at > coalesce(CAST(:then AS timestamptz), clock_timestamp()) LIMIT 1""";
    private static final String BELOW_FLOOR = """
            SELECT u.label, count(*) OVER () AS count FROM price_adjustment_unit n JOIN unit_standing u ON u.id = n.unit
            JOIN counting_price p ON p.unit = u.id
            WHERE n.adjustment = :adjustment AND n.list_total < p.floor_price AND NOT u.sold ORDER BY u.id LIMIT :most""";
    private static final String CUT_DEEP = """
            SELECT u.label, false AS floor, count(*) OVER () AS count
            FROM price_adjustment_unit n JOIN unit_standing u ON u.id = n.unit
            WHERE n.adjustment = :adjustment AND NOT u.sold AND n.list_total < n.list_total_before
              AND is_cut_deep(n.unit, n.list_total, :percent, :days) ORDER BY u.id LIMIT :most""";

    @Inject
    LoweringPrices lowering;

    @Inject
    Projects projects;

    @Inject
    PriceAdjustments adjustments;

    @Inject
    DueAdjustments due;

    @Inject
    PriceTurn turn;

    @Inject
    Database database;

    @Inject
    Event<PricesTakenBack> takenBack;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Says what the rule makes of the prices; changes none.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADJUSTMENT_NOT_POSSIBLE, ADJUSTMENT_NAMES_NO_UNITS
    UUID preview(TryAdjustment plan) {
        projects.get(caller.scope(), plan.project());
        plan.rule().mustBePossible();
        mustBeKnown(plan);
        var id = Ids.next();
        adjustments.open(new Preview(
                id, plan.project(), plan.selection(), plan.rule(), plan.effectiveAt(), caller.name(), clock.instant()));
        database.sql(CHOSEN)
                .with("then", plan.effectiveAt())
                .with("project", plan.project())
                .with(plan.selection().normal())
                .batches(AT_ONCE, Chosen.class, chosen -> write(id, plan.rule(), chosen));
        adjustments.count(id);
        var counts = adjustments.get(caller.scope(), id).counts();
        refuseIf(counts.units() + counts.leftOut() == 0, InventoryRefusal.ADJUSTMENT_NAMES_NO_UNITS);
        return id;
    }

    /// Applies what was previewed, at its moment or at once: of many units, within seconds and in slices.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADJUSTMENT_IS_NOT_OPEN, ADJUSTMENT_NAMES_NO_UNITS,
    ///     STOCK_HAS_CHANGED, LATER_CHANGE_IS_PLANNED, LIST_PRICE_BELOW_FLOOR, PRICE_CUT_TOO_DEEP;
    ///     CONFLICT_TRY_AGAIN while another takes effect
    void apply(UUID id, String reason) {
        var adjustment = inTurn(id);
        mustBe(AdjustmentState.PREVIEWED, adjustment);
        refuseIf(adjustment.counts().units() == 0, InventoryRefusal.ADJUSTMENT_NAMES_NO_UNITS);
        var then = adjustment.effectiveAt();
        refuseIf(pricesAreOthers(id, then), InventoryRefusal.STOCK_HAS_CHANGED);
        mustBeTheLast(id, then);
        mustNotBeBelowFloor(id);
        lowering.mustBeAllowed(adjustment.project(), database.sql(CUT_DEEP).with("adjustment", id));
        var decision = new Decision(caller.name(), clock.instant(), reason);
        if (adjustments.decide(id, decision, due.few()) == AdjustmentState.APPLIED) {
            due.take(id);
        }
    }

    /// Comes before a release that waits for its moment with the new prices. Looks before that too: no release gives
    /// way to what is refused anyway.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ADJUSTMENT_IS_NOT_OPEN, LATER_CHANGE_IS_PLANNED
    void withdraw(UUID id, String reason) {
        var seen = adjustments.get(caller.scope(), id);
        mustBePlannedLast(seen);
        comeBeforeWhoeverWaits(seen);
        mustBePlannedLast(inTurn(id));
        if (!adjustments.withdraw(id, new Decision(caller.name(), clock.instant(), reason))) {
            throw refuse(InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN).with("state", AdjustmentState.APPLIED);
        }
    }

    private void mustBePlannedLast(PriceAdjustment adjustment) {
        mustBe(AdjustmentState.PLANNED, adjustment);
        mustBeTheLast(adjustment.id(), adjustment.effectiveAt());
    }

    private PriceAdjustment inTurn(UUID id) {
        var project = adjustments.get(caller.scope(), id).project();
        turn.take(project);
        due.takeWhatIsDue(project);
        return adjustments.locked(caller.scope(), id);
    }

    private static void mustBe(AdjustmentState state, PriceAdjustment adjustment) {
        if (adjustment.state() != state) {
            throw refuse(InventoryRefusal.ADJUSTMENT_IS_NOT_OPEN).with("state", adjustment.state());
        }
    }

    private void comeBeforeWhoeverWaits(PriceAdjustment planned) {
        if (planned.effectiveAt() != null) {
            takenBack.fire(new PricesTakenBack(planned.project(), planned.effectiveAt()));
        }
    }

    /// Than those that the preview rests on.
    private boolean pricesAreOthers(UUID id, @Nullable Instant then) {
        return database.sql(ANOTHER_PRICE)
                .with("then", then)
                .with("adjustment", id)
                .one(Boolean.class);
    }

    /// A later plan rests on the prices as this one finds them.
    private void mustBeTheLast(UUID id, @Nullable Instant then) {
        database.sql(LATER)
                .with("adjustment", id)
                .with("then", then)
                .row(UUID.class)
                .ifPresent(later -> {
                    throw refuse(InventoryRefusal.LATER_CHANGE_IS_PLANNED).with("adjustment", later);
                });
    }

    private void mustNotBeBelowFloor(UUID id) {
        record Below(String label, int count) {}
        var below = database.sql(BELOW_FLOOR)
                .with("adjustment", id)
                .with("most", MOST_NAMED)
                .rows(Below.class);
        if (!below.isEmpty()) {
            throw refuse(InventoryRefusal.LIST_PRICE_BELOW_FLOOR)
                    .with("count", below.getFirst().count())
                    .with("units", below.stream().map(Below::label).toList());
        }
    }

    private void mustBeKnown(TryAdjustment plan) {
        var named = plan.selection().units();
        if (named != null) {
            var known = database.sql(KNOWN)
                    .with("project", plan.project())
                    .with("units", named)
                    .one(Integer.class);
            refuseUnless(known == Set.copyOf(named).size(), KitRefusal.NOT_FOUND);
        }
    }

    private void write(UUID id, PriceRule rule, List<Chosen> chosen) {
        var changes = new ArrayList<Changed>();
        var left = new ArrayList<NotChanged>();
        for (var unit : chosen) {
            var priced = unit.priced();
            var outcome = unit.sold() ? new Applied.None(LeftOutOfAdjustment.SOLD) : rule.apply(priced);
            switch (outcome) {
                case Applied.None(var reason) -> left.add(new NotChanged(id, unit.unit(), reason));
                case Applied.NewPrice(var unitPrice, var total) ->
                    changes.add(new Changed(
                            id,
                            unit.unit(),
                            unit.area(),
                            priced.basis(),
                            priced.unitPrice(),
                            priced.total(),
                            unitPrice,
                            total,
                            FloorPrices.isBelow(total, unit.floorPrice())));
            }
        }
        database.writeAll(CHANGE, changes);
        database.writeAll(LEAVE_OUT, left);
    }
}
