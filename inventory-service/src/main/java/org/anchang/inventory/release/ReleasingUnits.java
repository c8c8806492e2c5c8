package org.anchang.inventory.release;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.events.InventoryEvent.UnitsReleased;
import org.anchang.inventory.Buildings;
import org.anchang.inventory.Cause;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.UnitMove;
import org.anchang.inventory.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: puts units on sale.
@ApplicationScoped
class ReleasingUnits {
    /// What is to be released.
    ///
    /// @param units    these; or
    /// @param building all closed ones of this building; or
    /// @param everything all closed ones of the project
    record Plan(
            String project,
            @Nullable List<UUID> units,
            @Nullable UUID building,
            boolean everything,
            String permit,
            @Nullable String note) {}

    record Release(UUID id, List<UUID> units) {}

    private record Closed(UUID unit, UUID building) {}

    private static final String CHOSEN = """
            SELECT id, building FROM unit
            WHERE project = ? AND (id = ANY (?) OR state = 'CLOSED' AND (building = ?::uuid OR ?))""";
    private static final String OPEN = """
            INSERT INTO release (id, project, permit, note, opens_at, opened_at, person, at)
            VALUES (?, ?, ?, ?, clock_timestamp(), clock_timestamp(), ?, ?)""";
    private static final String UNITS = "INSERT INTO release_unit SELECT ?, unnest(?)";

    @Inject
    Units units;

    @Inject
    Buildings buildings;

    @Inject
    Statements statements;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused RELEASE_NAMES_NO_UNITS, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS, UNIT_IS_NOT_CLOSED
    @Transactional
    Release release(Plan plan) {
        caller.mustBeBoundTo(plan.project());
        var chosen = chosen(plan);
        for (var building : chosen.stream().map(Closed::building).distinct().toList()) {
            var missing = buildings.missingCertificates(building, clock.today());
            if (!missing.isEmpty()) {
                throw refuse(InventoryRefusal.CERTIFICATES_INCOMPLETE)
                        .with("building", building)
                        .with("missing", missing);
            }
            buildings.mustHavePermit(building, plan.permit(), clock.today());
        }
        var id = Ids.next();
        var ids = chosen.stream().map(Closed::unit).toList();
        statements.write(OPEN, id, plan.project(), plan.permit(), plan.note(), caller.name(), clock.instant());
        statements.write(UNITS, id, ids.toArray(UUID[]::new));
        var moved = units.move(UnitMove.RELEASE, ids, Cause.of(plan.permit()));
        refuseUnless(moved.size() == ids.size(), InventoryRefusal.UNIT_IS_NOT_CLOSED);
        outbox.append(new UnitsReleased(id, plan.project(), clock.instant(), ids, caller.name()));
        for (var unit : moved) {
            outbox.append(new UnitStateChanged(
                    unit.unit(),
                    unit.project(),
                    clock.instant(),
                    unit.from().told(),
                    unit.to().told(),
                    null,
                    UnitMove.RELEASE.name()));
        }
        return new Release(id, ids);
    }

    private List<Closed> chosen(Plan plan) {
        var named = plan.units() == null
                ? List.<UUID>of()
                : plan.units().stream().distinct().toList();
        var found = statements.rows(
                CHOSEN,
                row -> new Closed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                plan.project(),
                named.toArray(UUID[]::new),
                plan.building(),
                plan.everything());
        var ids = found.stream().map(Closed::unit).toList();
        refuseUnless(ids.containsAll(named), KitRefusal.NOT_FOUND);
        refuseIf(found.isEmpty(), InventoryRefusal.RELEASE_NAMES_NO_UNITS);
        return found;
    }
}
