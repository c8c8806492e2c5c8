package org.anchang.customer.day;

/// What can wait for somebody, in the order in which one does it.
public enum DayKind {
    RECEPTION,
    /// INV-5: an own hold that ends by itself
    HOLD,
    MESSAGE,
    MISSED_CALL,
    /// APR-2: a form waits for a signature
    APPROVAL,
    PLAN,
    COMPLAINT,
    CARE,
    /// Registered not long ago, and nobody has followed up or planned to
    NEW_CUSTOMER,
    /// DEP-2: a deposit is to be topped up
    TOP_UP,
    /// DEP-2: a contract is to be signed
    SIGNING,
    /// A ticket on which no money was taken yet
    TICKET
}
