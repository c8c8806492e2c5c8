package org.anchang.inventory.sale.release;

/// INV-8, INV-14: where a release stands.
public enum ReleaseState {
    /// It opens at its moment, or by hand before.
    PLANNED,
    /// At its moment something was not valid; it opens by hand once that is mended.
    BLOCKED,
    OPEN,
    /// It never opened; its units are free for another release.
    WITHDRAWN;

    /// It may yet open.
    boolean isAhead() {
        return switch (this) {
            case PLANNED, BLOCKED -> true;
            case OPEN, WITHDRAWN -> false;
        };
    }
}
