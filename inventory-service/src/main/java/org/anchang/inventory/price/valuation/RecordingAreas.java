package org.anchang.inventory.price.valuation;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.valuation.AreaResource.RecordArea;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// INV-10: puts an area on record.
@ApplicationScoped
class RecordingAreas {
    @Inject
    Units units;

    @Inject
    UnitAreas areas;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, MEASURED_LATER_THAN_TODAY, AREA_NOT_POSSIBLE
    @Transactional(Transactional.TxType.MANDATORY)
    UnitAreas.RecordedArea record(UUID unit, RecordArea measured) {
        units.locate(caller.scope(), unit);
        refuseIf(measured.measuredOn().isAfter(clock.today()), InventoryRefusal.MEASURED_LATER_THAN_TODAY);
        refuseIf(
                measured.interiorArea() != null && measured.interiorArea().compareTo(measured.buildingArea()) > 0,
                InventoryRefusal.AREA_NOT_POSSIBLE);
        var id = Ids.next();
        areas.add(measured, new UnitAreas.Stamp(id, unit, caller.name(), clock.instant()));
        units.remember(
                unit,
                "AREA_RECORDED",
                Cause.of(measured.kind() + " " + measured.buildingArea().toPlainString()));
        return areas.of(unit).stream()
                .filter(area -> area.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
