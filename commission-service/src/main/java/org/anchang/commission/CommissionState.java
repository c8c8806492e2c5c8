package org.anchang.commission;

/// How far a commission has come.
public enum CommissionState {
    /// The order form is signed; nothing is owed yet.
    EXPECTED,
    /// Owed to the consultants.
    EARNED,
    /// The deal ended without a sale: what was earned is taken back.
    REVERSED
}
