package org.anchang.inventory.neighbour.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.events.DealEvent.LayoutChangeGranted;
import org.anchang.events.InventoryEvent.UnitLayoutChanged;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// INV-9: an approved layout change alters the unit's data; what it was before stays in its history. The area is an
/// estimate until it is surveyed, and no price rests on it: the deal keeps the one that it was priced on (INV-10).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ChangingLayouts {
    private static final String NEW_AREA = """
            INSERT INTO unit_area (id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area,
                                   recorded_by, recorded_at)
            SELECT ?, u.id, 'ESTIMATE', ?, coalesce(?::numeric, a.building_area), coalesce(?::numeric, a.interior_area),
                   a.garden_area, a.other_area, ?, ?
            FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version JOIN unit_area a ON a.id = p.area
            WHERE u.id = ?""";
    private static final String RECORD = """
            INSERT INTO layout_change (id, unit, request, approval, layout_before, layout, area_before, area, person, at)
            SELECT ?, u.id, ?, ?, u.layout, coalesce(?, u.layout, '-'), p.area, ?::uuid, ?, ?
            FROM unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
            WHERE u.id = ? RETURNING layout_before, layout""";

    @Inject
    Units units;

    @Inject
    Statements statements;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    void change(LayoutChangeGranted granted) {
        if (granted.layout() == null && granted.buildingArea() == null && granted.interiorArea() == null) {
            return;
        }
        record Layouts(@Nullable String before, String after) {}
        var unit = granted.unit();
        statements.row("SELECT id FROM unit WHERE id = ? FOR NO KEY UPDATE", _ -> true, unit);
        var layouts = statements
                .row(
                        RECORD,
                        row -> new Layouts(row.getString(1), row.getString(2)),
                        Ids.next(),
                        granted.request(),
                        granted.approval(),
                        granted.layout(),
                        areaOf(granted),
                        caller.actor(),
                        clock.instant(),
                        unit)
                .orElseThrow(() -> new IllegalStateException("there is no unit " + unit));
        if (granted.layout() != null) {
            statements.write("UPDATE unit SET layout = ? WHERE id = ?", granted.layout(), unit);
        }
        units.remember(
                unit, "LAYOUT_CHANGED", new Cause(null, granted.deal(), layouts.before() + " > " + layouts.after()));
        units.cellsChanged(granted.project());
        outbox.append(
                new UnitLayoutChanged(unit, granted.project(), clock.instant(), layouts.after(), granted.approval()));
    }

    private @Nullable UUID areaOf(LayoutChangeGranted granted) {
        if (granted.buildingArea() == null && granted.interiorArea() == null) {
            return null;
        }
        var area = Ids.next();
        statements.write(
                NEW_AREA,
                area,
                clock.today(),
                granted.buildingArea(),
                granted.interiorArea(),
                caller.actor(),
                clock.instant(),
                granted.unit());
        return area;
    }
}
