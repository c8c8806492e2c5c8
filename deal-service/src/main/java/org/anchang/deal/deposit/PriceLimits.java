package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// INV-12: how far a price may lie below the list. Within the limit of the caller's role nobody is asked; beyond it a
/// special discount is (DIS-1); below the floor price nothing passes but the general manager's signature. Refusals
/// never name the floor price.
@ApplicationScoped
public class PriceLimits {
    /// A price that is about to be agreed.
    ///
    /// @param unit    the home
    /// @param list    by the price list, with what is attached and priced apart
    /// @param granted what was agreed or granted before: it needs no second permission
    public record Price(
            String project,
            UUID unit,
            Money list,
            @Nullable Money floor,
            @Nullable Money granted,
            Money agreed) {
        /// What was granted before needs no second permission.
        boolean isGranted() {
            return granted != null && !granted.isMoreThan(agreed);
        }

        /// @param limit of the person who agrees, in per cent of the list price
        /// @throws org.anchang.kit.problem.Refused DISCOUNT_BEYOND_LIMIT
        void mustKeep(BigDecimal limit) {
            var lowest = list.minus(list.percent(limit));
            if (lowest.isMoreThan(agreed)) {
                throw refuse(DealRefusal.DISCOUNT_BEYOND_LIMIT)
                        .with("limit", limit)
                        .with("lowest", lowest)
                        .with("list", list);
            }
        }

        /// Whether the price lies below the floor price.
        public boolean isBelowFloor() {
            return floor != null && floor.isMoreThan(agreed);
        }
    }

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
        if (price.list().isMoreThan(price.agreed())) {
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
