package org.anchang.inventory.opening;

/// INV-13: where a ticket stands on its opening day.
public enum TicketState {
    /// On the list; its holder has not come.
    LISTED,
    /// Takes part in the draw.
    CHECKED_IN,
    /// In the queue.
    WAITING,
    /// Called; its holder has some minutes to appear.
    CALLED,
    /// Called and present: may hold units, up to the quota.
    PRESENT,
    /// Absent when called, and not called again.
    OUT
}
