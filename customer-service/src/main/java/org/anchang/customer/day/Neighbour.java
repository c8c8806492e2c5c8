package org.anchang.customer.day;

/// Who is asked for somebody's day.
public enum Neighbour {
    /// approval-service: what waits for a signature
    APPROVALS,
    /// inventory-service: holds that run out
    HOLDS,
    /// deal-service: top-up and signing dates
    DEALS
}
