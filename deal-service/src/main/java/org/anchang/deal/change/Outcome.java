package org.anchang.deal.change;

/// What became of a request.
public enum Outcome {
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /// All signatures are there, but the deal has gone another way meanwhile
    OVERTAKEN,
    BELOW_FLOOR_PRICE,
    PAYOUT_DATE_NOT_UNDERSTOOD
}
