package org.anchang.inventory.sale.withholding;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.permit.Permits;
import org.anchang.inventory.sale.release.ReleasePolicy;
import org.anchang.inventory.sale.withholding.Withholdings.Begun;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// INV-14: takes a unit off sale, and offers it again.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WithholdingUnits {
    @Inject
    Units units;

    @Inject
    Permits permits;

    @Inject
    Withholdings withholdings;

    @Inject
    Event<OfferedAgain> offeredAgain;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, UNIT_NOT_AVAILABLE
    void withhold(UUID id, String reason) {
        var unit = units.locate(caller.scope(), id);
        ReleasePolicy.mayBeWithheld(unit.state());
        move(UnitMove.WITHHOLD, id, reason, InventoryRefusal.UNIT_NOT_AVAILABLE);
        withholdings.begin(new Begun(Ids.next(), unit.project(), id, reason, caller.name(), clock.instant()));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CERTIFICATES_INCOMPLETE, UNIT_IS_NOT_WITHHELD
    void offerAgain(UUID id) {
        var unit = units.locate(caller.scope(), id);
        ReleasePolicy.mayBeOfferedAgain(unit.state(), permits.missing(unit.building(), clock.today()));
        move(UnitMove.OFFER_AGAIN, id, null, ReleasePolicy.UNIT_IS_NOT_WITHHELD);
        withholdings.end(id, caller.name(), clock.instant());
        offeredAgain.fire(new OfferedAgain(id));
    }

    /// @param refusal where somebody was quicker
    private void move(UnitMove move, UUID unit, @Nullable String reason, Refusal refusal) {
        var cause = Cause.of(reason);
        var moved = units.move(move, unit, cause).orElseThrow(() -> refuse(refusal));
        outbox.append(units.stateChanged(moved, move, cause));
    }
}
