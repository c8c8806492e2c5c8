package org.anchang.inventory.neighbour.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.anchang.events.DealEvent.LayoutChangeGranted;
import org.anchang.events.InventoryEvent.UnitLayoutChanged;
import org.anchang.inventory.price.valuation.LayoutChanges;
import org.anchang.inventory.price.valuation.LayoutChanges.Granted;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;

/// INV-9: an approved layout change alters the unit's data; what it was before stays in its history. The area is an
/// estimate until it is surveyed, and no price rests on it: the deal keeps the one that it was priced on (INV-10).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ChangingLayouts {
    @Inject
    Units units;

    @Inject
    LayoutChanges changes;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    void change(LayoutChangeGranted granted) {
        if (granted.layout() == null && granted.buildingArea() == null && granted.interiorArea() == null) {
            return;
        }
        var unit = granted.unit();
        units.lock(List.of(unit));
        var layouts = changes.add(new Granted(
                unit,
                granted.request(),
                granted.approval(),
                granted.layout(),
                granted.buildingArea(),
                granted.interiorArea()));
        if (granted.layout() != null) {
            units.layOut(unit, granted.layout());
        }
        units.remember(
                unit,
                "LAYOUT_CHANGED",
                new Cause(null, granted.deal(), layouts.layoutBefore() + " > " + layouts.layout()));
        units.cellsChanged(granted.project());
        outbox.append(
                new UnitLayoutChanged(unit, granted.project(), clock.instant(), layouts.layout(), granted.approval()));
    }
}
