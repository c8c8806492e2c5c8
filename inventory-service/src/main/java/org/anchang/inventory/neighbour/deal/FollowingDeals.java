package org.anchang.inventory.neighbour.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.inventory.hold.Holds;
import org.anchang.inventory.hold.Holds.ClaimedUnit;
import org.anchang.inventory.hold.Holds.Holder;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.outbox.Outbox;

/// INV-3, INV-4: a deal moves a unit only while it has the unit's hold. Where it does not have it yet, the
/// event came
/// before its cause (the swap that made this deal another's successor) and is tried again later.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FollowingDeals {
    @Inject
    Units units;

    @Inject
    Holds holds;

    @Inject
    WaitingLine line;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// DEP-2: money came in; more of it does not move the unit again.
    void deposit(DepositTaken taken) {
        var claimed = claimed(taken.deal(), taken.unit());
        var move = taken.full() ? UnitMove.SUBSCRIBE : UnitMove.RESERVE;
        if (claimed.state() == UnitState.HELD || taken.full() && claimed.state() == UnitState.RESERVED) {
            move(move, claimed, taken.deal());
        }
    }

    /// The deal's next stage.
    void goOn(UnitMove move, DealEvent.Stage event) {
        move(move, claimed(event.deal(), event.unit()), event.deal());
    }

    /// CON-6: finally sold; whoever is still in line for the unit waits no longer.
    void file(DealFiled filed) {
        goOn(UnitMove.FILE, filed);
        line.sold(filed.unit());
    }

    /// The deal is over; the unit is on sale again.
    void end(UnitMove move, DealEvent.Stage event) {
        free(move, claimed(event.deal(), event.unit()), event.deal());
    }

    /// SWP-3: the old unit is free and the new one taken, as one change.
    void swap(UnitSwapped swapped) {
        free(UnitMove.SWAP_AWAY, claimed(swapped.deal(), swapped.formerUnit()), swapped.deal());
        var next = holds.lockClaimed(swapped.unit(), new Holder(swapped.deal()))
                .or(() -> holds.lockClaimed(swapped.unit(), new Holder(swapped.successor())))
                .orElseThrow(() -> tooEarly(swapped.deal(), swapped.unit()));
        holds.handOn(next.hold(), new Holder(swapped.successor()));
        move(swapped.full() ? UnitMove.SUBSCRIBE : UnitMove.RESERVE, next, swapped.successor());
    }

    /// The deal did not come about: its hold, if it has one, ends; a unit that went further stays where it is.
    void letGo(UUID deal, UUID unit, String reason) {
        var held = holds.lockClaimed(unit, new Holder(deal)).filter(claimed -> claimed.state() == UnitState.HELD);
        if (held.isEmpty()) {
            return;
        }
        var hold = held.get().hold();
        holds.end(hold, reason);
        var moved = units.move(UnitMove.LET_GO, unit, new Cause(hold, deal, reason))
                .orElseThrow(() -> tooEarly(deal, unit));
        outbox.append(new HoldReleased(
                unit,
                moved.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                hold,
                reason));
        line.tellNext(List.of(unit));
    }

    private void free(UnitMove move, ClaimedUnit claimed, UUID deal) {
        holds.end(claimed.hold(), move.name());
        move(move, claimed, deal);
        line.tellNext(List.of(claimed.unit()));
    }

    private void move(UnitMove move, ClaimedUnit claimed, UUID deal) {
        var moved = units.move(move, claimed.unit(), new Cause(claimed.hold(), deal, null))
                .orElseThrow(() -> new IllegalStateException(
                        move.rule() + " " + move + " is not possible from " + claimed.state()));
        outbox.append(units.stateChanged(moved, move, new Cause(claimed.hold(), deal, null)));
    }

    private ClaimedUnit claimed(UUID deal, UUID unit) {
        return holds.lockClaimed(unit, new Holder(deal)).orElseThrow(() -> tooEarly(deal, unit));
    }

    private static NotYet tooEarly(UUID deal, UUID unit) {
        return new NotYet("INV-4 deal " + deal + " does not have unit " + unit);
    }
}
