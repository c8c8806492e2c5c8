package org.anchang.inventory.opening;

/// INV-13: where an opening day stands.
public enum OpeningDayState {
    /// Tickets are put on its list; the hash of the seed is published.
    PLANNED,
    /// Ticket holders check in.
    CHECK_IN,
    /// The order is drawn; who checks in now goes to its end.
    DRAWN,
    /// Tickets are called, and their holders choose.
    RUNNING,
    ENDED,
    /// It did not take place.
    CALLED_OFF;

    /// Whether the units of its release are kept for its tickets.
    public boolean isOn() {
        return switch (this) {
            case PLANNED, CHECK_IN, DRAWN, RUNNING -> true;
            case ENDED, CALLED_OFF -> false;
        };
    }
}
