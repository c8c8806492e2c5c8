package org.anchang.customer.duty.turn;

/// What a visitor answers when asked whether they were here before (REC-3).
public enum ArrivalKind {
    NEW,
    RETURNING,
    /// REC-5: a customer sent them.
    REFERRAL,
    /// REC-4: one of their family was here before.
    FAMILY,
    /// CUS-1: they called before; who took the call knows them, if the office does.
    CALLED
}
