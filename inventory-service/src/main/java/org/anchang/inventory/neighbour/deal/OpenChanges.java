package org.anchang.inventory.neighbour.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.inventory.hold.Holds;
import org.anchang.inventory.hold.Holds.Holder;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.inbox.NotYet;

/// INV-15: a change in progress shows on the unit until it is decided.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OpenChanges {
    @Inject
    Holds holds;

    @Inject
    Units units;

    void open(DealEvent.Request request) {
        var form = request.form();
        var marked = units.openChange(holds.unitsOf(new Holder(request.deal())), request.request(), form);
        if (marked.isEmpty()) {
            throw new NotYet("INV-15 deal " + request.deal() + " has no unit yet");
        }
        marked.forEach(unit -> units.remember(unit, "CHANGE_OPENED", new Cause(null, request.deal(), form)));
        units.cellsChanged(request.project());
    }

    void close(UUID request) {
        units.closeChange(request).forEach(closed -> {
            units.remember(closed.unit(), "CHANGE_ENDED", Cause.of(closed.form()));
            units.cellsChanged(closed.project());
        });
    }
}
