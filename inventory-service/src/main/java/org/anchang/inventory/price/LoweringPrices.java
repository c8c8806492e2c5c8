package org.anchang.inventory.price;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Statement;

/// INV-12: what only the general manager does: lower a floor price, or a price by more than PRICE_CUT_LIMIT_PERCENT of
/// what it was within PRICE_CUT_DAYS (`is_cut_deep` of the database), by whatever way. Whoever is bound by a floor may
/// raise it.
@ApplicationScoped
public class LoweringPrices {
    /// A unit whose floor price would be lower than today, or whose price deeper than the limit.
    ///
    /// @param floor which of the two
    /// @param count how many of them there are
    private record Lowered(String label, boolean floor, int count) {}

    private static final int MOST_NAMED = 100;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    /// @param lowered finds label, floor and count of units that are lowered; is told `percent`, `days` and `most`
    /// @throws org.anchang.kit.problem.Refused FLOOR_PRICE_MAY_ONLY_RISE, PRICE_CUT_TOO_DEEP
    public void mustBeAllowed(String project, Statement lowered) {
        if (caller.holds(project, Role.GENERAL_MANAGER)) {
            return;
        }
        var limit = settings.percent(project, InventorySetting.PRICE_CUT_LIMIT_PERCENT);
        var found = lowered.with("percent", limit)
                .with("days", settings.integer(project, InventorySetting.PRICE_CUT_DAYS))
                .with("most", MOST_NAMED)
                .rows(Lowered.class);
        if (!found.isEmpty()) {
            var first = found.getFirst();
            throw refuse(
                            first.floor()
                                    ? InventoryRefusal.FLOOR_PRICE_MAY_ONLY_RISE
                                    : InventoryRefusal.PRICE_CUT_TOO_DEEP)
                    .with("count", first.count())
                    .with("limit", limit)
                    .with("units", found.stream().map(Lowered::label).toList());
        }
    }

    /// @throws org.anchang.kit.problem.Refused FLOOR_PRICE_MAY_ONLY_RISE
    public void floorMustRise(String project, boolean rises) {
        if (!rises && !caller.holds(project, Role.GENERAL_MANAGER)) {
            throw refuse(InventoryRefusal.FLOOR_PRICE_MAY_ONLY_RISE).with("count", 1);
        }
    }
}
