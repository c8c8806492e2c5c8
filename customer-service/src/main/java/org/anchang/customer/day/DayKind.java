package org.anchang.customer.day;

/// What can wait for somebody.
public enum DayKind {
    RECEPTION,
    MESSAGE,
    MISSED_CALL,
    PLAN,
    COMPLAINT,
    CARE,
    /// Registered not long ago, and nobody has followed up or planned to
    NEW_CUSTOMER
}
