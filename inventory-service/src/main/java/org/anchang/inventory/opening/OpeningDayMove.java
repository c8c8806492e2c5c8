package org.anchang.inventory.opening;

import static org.anchang.inventory.opening.OpeningDayState.CALLED_OFF;
import static org.anchang.inventory.opening.OpeningDayState.CHECK_IN;
import static org.anchang.inventory.opening.OpeningDayState.DRAWN;
import static org.anchang.inventory.opening.OpeningDayState.ENDED;
import static org.anchang.inventory.opening.OpeningDayState.PLANNED;
import static org.anchang.inventory.opening.OpeningDayState.RUNNING;
import static org.anchang.kit.problem.Refused.refuse;

import java.util.Set;
import org.anchang.inventory.InventoryRefusal;

/// INV-13: every legal move of an opening day: the state it leads to, then those it may start from.
public enum OpeningDayMove {
    OPEN_CHECK_IN(CHECK_IN, PLANNED),
    DRAW(DRAWN, CHECK_IN),
    START(RUNNING, DRAWN),
    END(ENDED, RUNNING),
    CALL_OFF(CALLED_OFF, PLANNED, CHECK_IN, DRAWN);

    private final OpeningDayState to;
    private final Set<OpeningDayState> from;

    OpeningDayMove(OpeningDayState to, OpeningDayState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    public OpeningDayState to() {
        return to;
    }

    public boolean startsFrom(OpeningDayState state) {
        return from.contains(state);
    }

    /// The state after this move.
    ///
    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_MOVE_NOT_POSSIBLE
    OpeningDayState from(OpeningDayState state) {
        if (!startsFrom(state)) {
            throw refuse(InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE)
                    .with("move", name())
                    .with("state", state);
        }
        return to;
    }
}
