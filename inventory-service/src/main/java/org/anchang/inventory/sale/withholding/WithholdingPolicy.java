package org.anchang.inventory.sale.withholding;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.util.List;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.UnitState;

/// INV-14: which units may be taken off sale, and offered again. The move, which the database decides, has the last
/// word on the state.
final class WithholdingPolicy {
    private WithholdingPolicy() {}

    /// @throws org.anchang.kit.problem.Refused UNIT_NOT_AVAILABLE
    static void mayBeWithheld(UnitState state) {
        refuseUnless(UnitMove.WITHHOLD.startsFrom(state), InventoryRefusal.UNIT_NOT_AVAILABLE);
    }

    /// @param missing INV-6: certificates that its building lacks
    /// @throws org.anchang.kit.problem.Refused CERTIFICATES_INCOMPLETE, UNIT_IS_NOT_WITHHELD
    static void mayBeOfferedAgain(UnitState state, List<Certificate> missing) {
        refuseUnless(missing.isEmpty(), InventoryRefusal.CERTIFICATES_INCOMPLETE);
        refuseUnless(UnitMove.OFFER_AGAIN.startsFrom(state), InventoryRefusal.UNIT_IS_NOT_WITHHELD);
    }
}
