package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.time.Instant;
import java.util.UUID;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.kit.money.Money;

/// SWP-2 … SWP-4: a deal goes on as another one, with the same buyers, at the same stage, on another unit.
///
/// @param deal   the next one's id
/// @param ticket its ticket
public record Succession(UUID deal, String ticket, HeldUnit unit, Money total) {
    /// The deal that goes on.
    ///
    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW, HOLD_IS_NOT_LIVE if the unit is not held
    /// for it
    public Deal of(Deal before, Approved<?> approved, Instant at) {
        DealMove.SWAP.from(before.stage());
        refuseUnless(unit.isFor(deal), DealRefusal.HOLD_IS_NOT_LIVE);
        return new Deal(before, this, new Confirmation("approval " + approved.approval(), at), at);
    }

    /// Ends a deal in favour of the next, which has its money.
    public static UnitSwapped end(Deal before, Deal next, Approved<?> approved, Booked carriedOver, Instant at) {
        var full = before.stage() == DealStage.SUBSCRIBED;
        before.end(DealMove.SWAP, "UNIT_SWAPPED", at);
        before.succeededBy(next);
        return new UnitSwapped(
                before.id(),
                before.project(),
                at,
                approved.request(),
                approved.approval(),
                before.unit(),
                next.unit(),
                next.hold(),
                next.id(),
                full,
                next.terms(),
                carriedOver.entry());
    }

    /// First event of a deal that continues another one.
    public static DealSucceeded begun(Deal next, Deal before) {
        return new DealSucceeded(next.id(), next.project(), next.openedAt(), before.id(), next.unit(), next.terms());
    }
}
