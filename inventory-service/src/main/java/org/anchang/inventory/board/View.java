package org.anchang.inventory.board;

import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// How much of the sales-control table somebody sees; each sees less than the one before.
public enum View {
    /// Everything.
    MANAGER,
    /// INV-16: withheld units are not for sale, like closed ones.
    CONSULTANT,
    /// INV-13: for a screen that visitors look at: which unit, and its state. No price, no layout, no change.
    WALL;

    /// The most that the caller may see.
    static View of(Caller caller, String project) {
        if (caller.holdsSomewhere(Role.WALL_SCREEN)) {
            return WALL;
        }
        return caller.scope().ownOnly(project) ? CONSULTANT : MANAGER;
    }

    boolean showsMoreThan(View other) {
        return compareTo(other) < 0;
    }

    UnitState seen(UnitState state) {
        return state.seen(this != MANAGER);
    }
}
