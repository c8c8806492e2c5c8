package org.anchang.customer.duty.turn;

/// What a reception, or a pass, does to the queue.
public enum Basis {
    /// The turn has come to them, and goes on behind them.
    ON_TURN,
    /// REC-9: one that they missed before; the turn stays where it is.
    MADE_UP,
    /// REC-3, REC-5: it is their customer; no turn.
    OWN,
    /// REC-3: in another's place, which uses up no turn.
    IN_PLACE
}
