package org.anchang.inventory.opening;

import static org.anchang.inventory.opening.TicketState.CALLED;
import static org.anchang.inventory.opening.TicketState.CHECKED_IN;
import static org.anchang.inventory.opening.TicketState.LISTED;
import static org.anchang.inventory.opening.TicketState.OUT;
import static org.anchang.inventory.opening.TicketState.PRESENT;
import static org.anchang.inventory.opening.TicketState.WAITING;
import static org.anchang.kit.problem.Refused.refuse;

import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.problem.Refused;

/// INV-13: every legal move of a ticket: the state it starts from, and the one it leads to.
public enum TicketMove {
    CHECK_IN(LISTED, CHECKED_IN),
    /// Checked in after the draw: to the end of the queue.
    COME_LATE(LISTED, WAITING),
    DRAW(CHECKED_IN, WAITING),
    CALL(WAITING, CALLED),
    APPEAR(CALLED, PRESENT),
    /// Absent: further back in the queue.
    PUT_BACK(CALLED, WAITING),
    /// Absent: out of the queue.
    DROP(CALLED, OUT),
    /// By the manager, with a reason: to the end of the queue, as if never absent.
    REINSTATE(OUT, WAITING);

    private final TicketState from;
    private final TicketState to;

    TicketMove(TicketState from, TicketState to) {
        this.from = from;
        this.to = to;
    }

    public TicketState from() {
        return from;
    }

    public TicketState to() {
        return to;
    }

    /// What whoever asked for the move hears where the ticket is in another state, or its time is over.
    public Refused notFrom(TicketState state) {
        return refuse(InventoryRefusal.TICKET_MOVE_NOT_POSSIBLE)
                .with("move", name())
                .with("state", state);
    }
}
