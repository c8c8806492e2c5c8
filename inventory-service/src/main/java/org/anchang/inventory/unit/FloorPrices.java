package org.anchang.inventory.unit;

import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// INV-12: whose business floor prices are: of who answers for prices. An administrator looks after the
/// system, and neither reads nor sets them, whatever else they are.
public final class FloorPrices {
    private FloorPrices() {}

    public static boolean mayBeSeenBy(Caller caller, String project) {
        return mayBeSetBy(caller) && caller.holds(project, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER);
    }

    /// Below it nothing passes but the general manager's approval, where there is one.
    public static boolean isBelow(Money total, @Nullable Money floorPrice) {
        return floorPrice != null && floorPrice.isMoreThan(total);
    }

    /// Of those who may set prices at all.
    public static boolean mayBeSetBy(Caller caller) {
        return !caller.holdsSomewhere(Role.ADMINISTRATOR);
    }
}
