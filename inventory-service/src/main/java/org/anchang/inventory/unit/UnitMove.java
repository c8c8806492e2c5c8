package org.anchang.inventory.unit;

import static org.anchang.inventory.unit.UnitState.AVAILABLE;
import static org.anchang.inventory.unit.UnitState.CLOSED;
import static org.anchang.inventory.unit.UnitState.CONTRACTED;
import static org.anchang.inventory.unit.UnitState.FILED;
import static org.anchang.inventory.unit.UnitState.HELD;
import static org.anchang.inventory.unit.UnitState.RESERVED;
import static org.anchang.inventory.unit.UnitState.SUBSCRIBED;
import static org.anchang.inventory.unit.UnitState.WITHHELD;

import java.util.Set;
import org.anchang.kit.problem.Rule;

/// INV-3: every legal move of a unit: its rule, the state it leads to, then the states it may start from.
public enum UnitMove {
    RELEASE(Rule.INV_8, AVAILABLE, CLOSED),
    WITHHOLD(Rule.INV_14, WITHHELD, AVAILABLE),
    OFFER_AGAIN(Rule.INV_14, AVAILABLE, WITHHELD),
    HOLD(Rule.INV_4, HELD, AVAILABLE),
    EXPIRE(Rule.INV_5, AVAILABLE, HELD),
    LET_GO(Rule.INV_5, AVAILABLE, HELD),
    RESERVE(Rule.DEP_2, RESERVED, HELD),
    SUBSCRIBE(Rule.DEP_2, SUBSCRIBED, HELD, RESERVED),
    SIGN(Rule.CON_2, CONTRACTED, SUBSCRIBED),
    FILE(Rule.CON_6, FILED, CONTRACTED),
    VOID(Rule.DEP_6, AVAILABLE, RESERVED, SUBSCRIBED),
    LAPSE(Rule.DEP_2, AVAILABLE, HELD, RESERVED, SUBSCRIBED),
    /// From FILED once the filing was cancelled, which the deal sees to.
    REFUND(Rule.RFD_2, AVAILABLE, RESERVED, SUBSCRIBED, CONTRACTED, FILED),
    SWAP_AWAY(Rule.SWP_3, AVAILABLE, RESERVED, SUBSCRIBED);

    private final Rule rule;
    private final UnitState to;
    private final Set<UnitState> from;

    UnitMove(Rule rule, UnitState to, UnitState... from) {
        this.rule = rule;
        this.to = to;
        this.from = Set.of(from);
    }

    public Rule rule() {
        return rule;
    }

    public UnitState to() {
        return to;
    }

    /// Whether a unit in this state can make the move.
    public boolean startsFrom(UnitState state) {
        return from.contains(state);
    }

    /// INV-11: whether what is attached to a home makes the move with it: what holds and deals do, not what the
    /// office does to single units.
    boolean takesAttached() {
        return switch (this) {
            case RELEASE, WITHHOLD, OFFER_AGAIN -> false;
            case HOLD, EXPIRE, LET_GO, RESERVE, SUBSCRIBE, SIGN, FILE, VOID, LAPSE, REFUND, SWAP_AWAY -> true;
        };
    }

    String[] origins() {
        return from.stream().map(Enum::name).toArray(String[]::new);
    }
}
