package org.anchang.inventory.board;

import static org.anchang.kit.problem.Refused.refuseIf;

import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

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

    /// @param wanted less than the caller may see, or all of it
    /// @throws org.anchang.kit.problem.Refused ROLE_NOT_ALLOWED if it shows more than the caller may see
    static View chosen(Caller caller, String project, @Nullable View wanted) {
        var own = of(caller, project);
        refuseIf(wanted != null && wanted.showsMoreThan(own), KitRefusal.ROLE_NOT_ALLOWED);
        return wanted == null ? own : wanted;
    }

    boolean showsMoreThan(View other) {
        return compareTo(other) < 0;
    }

    UnitState seen(UnitState state) {
        return state.seen(this != MANAGER);
    }
}
