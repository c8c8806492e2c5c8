package org.anchang.customer.timeline;

/// What can happen with a customer.
public enum EntryKind {
    REGISTERED,
    CALL,
    VISIT,
    FOLLOW_UP,
    /// What is to be done; stands at its day
    PLAN,
    OWNER,
    CORRECTION,
    MERGE,
    CARE,
    COMPLAINT,
    LOSS,
    REVIEW,
    REFERRAL,
    TICKET,
    ORDER_FORM,
    MONEY,
    CONTRACT,
    FILING,
    /// Swap, refund, rename, discount and what else changes a deal
    CHANGE,
    APPROVAL
}
