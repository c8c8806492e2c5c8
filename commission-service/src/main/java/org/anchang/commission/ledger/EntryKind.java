package org.anchang.commission.ledger;

/// What an entry of the ledger is.
enum EntryKind {
    EARNED,
    ADJUSTED,
    REVERSED,
    PAID
}
