package org.anchang.customer.household;

/// What the office had to do with somebody.
public enum ContactKind {
    VISIT,
    FOLLOW_UP,
    CALL
}
