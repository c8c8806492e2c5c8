package org.anchang.customer.duty.turn;

/// Why somebody lets their turn pass.
public enum PassReason {
    ON_THE_PHONE,
    WITH_OWN_CUSTOMER,
    PAPERWORK,
    UNWELL,
    OTHER
}
