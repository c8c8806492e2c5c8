package org.anchang.deal.deposit.orderform;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.setting.Settings;

/// INV-12: how far a price may lie below the list. Within the limit of the caller's role nobody is asked; beyond it a
/// special discount is (DIS-1); below the floor price nothing passes but the general manager's signature. Refusals
/// never name the floor price.
@ApplicationScoped
public class PriceLimits {
    @Inject
    FloorTries tries;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    /// Whoever tries one price after the other finds no floor by it: after a few that were below it, no
    /// price below the list is tried for them any more.
    ///
    /// @throws org.anchang.kit.problem.Refused DISCOUNT_BEYOND_LIMIT, FLOOR_TRIES_USED_UP,
    ///     BELOW_FLOOR_PRICE
    public void mustAllow(Price price) {
        if (price.isGranted()) {
            return;
        }
        mustBeWithinLimit(price);
        if (price.isBelowList()) {
            tries.mustBeLeft(price);
        }
        if (price.isBelowFloor()) {
            tries.keep(price);
            throw refuse(DealRefusal.BELOW_FLOOR_PRICE);
        }
    }

    /// The limit of the caller's role alone, which is no secret.
    ///
    /// @throws org.anchang.kit.problem.Refused DISCOUNT_BEYOND_LIMIT
    void mustBeWithinLimit(Price price) {
        if (!price.isGranted()) {
            price.mustKeep(limit(price.project()));
        }
    }

    /// The greatest of the caller's roles, in per cent of the list price.
    private BigDecimal limit(String project) {
        return percent(project, DealSetting.DISCOUNT_LIMIT_CONSULTANT, Role.CONSULTANT)
                .max(percent(project, DealSetting.DISCOUNT_LIMIT_SITE_MANAGER, Role.SITE_MANAGER))
                .max(percent(project, DealSetting.DISCOUNT_LIMIT_SALES_MANAGER, Role.SALES_MANAGER));
    }

    private BigDecimal percent(String project, DealSetting setting, String role) {
        return caller.holds(project, role) ? settings.percent(project, setting) : BigDecimal.ZERO;
    }
}
