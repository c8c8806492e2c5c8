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

/// INV-3: every legal move of a unit: its rule, the state it leads to, then the states it may start from.
public enum UnitMove {
    RELEASE("INV-8", AVAILABLE, CLOSED),
    WITHHOLD("INV-14", WITHHELD, AVAILABLE),
    OFFER_AGAIN("INV-14", AVAILABLE, WITHHELD),
    HOLD("INV-4", HELD, AVAILABLE),
    EXPIRE("INV-5", AVAILABLE, HELD),
    LET_GO("INV-5", AVAILABLE, HELD),
    RESERVE("DEP-2", RESERVED, HELD),
    SUBSCRIBE("DEP-2", SUBSCRIBED, HELD, RESERVED),
    SIGN("CON-2", CONTRACTED, SUBSCRIBED),
    FILE("CON-6", FILED, CONTRACTED),
    VOID("DEP-6", AVAILABLE, RESERVED, SUBSCRIBED),
    LAPSE("DEP-2", AVAILABLE, HELD, RESERVED, SUBSCRIBED),
    /// From FILED once the filing was cancelled, which the deal sees to.
    REFUND("RFD-2", AVAILABLE, RESERVED, SUBSCRIBED, CONTRACTED, FILED),
    SWAP_AWAY("SWP-3", AVAILABLE, RESERVED, SUBSCRIBED);

    private final String rule;
    private final UnitState to;
    private final Set<UnitState> from;

    UnitMove(String rule, UnitState to, UnitState... from) {
        this.rule = rule;
        this.to = to;
        this.from = Set.of(from);
    }

    public String rule() {
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
