package org.anchang.customer.household;

/// REC-4: how somebody is related to a customer.
public enum FamilyTie {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    OTHER
}
