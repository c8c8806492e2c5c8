package org.anchang.deal.deposit.orderform;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.setting.Settings;

/// INV-12: how far a price that somebody agrees to may lie below the list. Within the limit of their role nobody is
/// asked; beyond it a special discount is (DIS-1); below the floor price nothing passes but the general manager's
/// signature. Refusals never name the floor price.
///
/// @param percent of the list price, the greatest that their roles allow
/// @param tries   how many prices below its floor they may ask for of one home
record PriceLimits(BigDecimal percent, int tries) {
    private static final Map<String, DealSetting> BY_ROLE = Map.of(
            Role.CONSULTANT, DealSetting.DISCOUNT_LIMIT_CONSULTANT,
            Role.SITE_MANAGER, DealSetting.DISCOUNT_LIMIT_SITE_MANAGER,
            Role.SALES_MANAGER, DealSetting.DISCOUNT_LIMIT_SALES_MANAGER);

    /// @param holds whether they hold a role in the project
    static PriceLimits of(Settings settings, String project, Predicate<String> holds) {
        var most = BY_ROLE.keySet().stream()
                .filter(holds)
                .map(role -> settings.percent(project, requireNonNull(BY_ROLE.get(role))))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new PriceLimits(most, settings.integer(project, DealSetting.FLOOR_TRIES));
    }

    /// Whoever tries one price after the other finds no floor by it: after a few that were below it, no price below the
    /// list is tried for them any more.
    ///
    /// @param tried how many were below it before
    /// @return DISCOUNT_BEYOND_LIMIT, FLOOR_TRIES_USED_UP, BELOW_FLOOR_PRICE; empty: it may be agreed
    Optional<Refused> against(Price price, int tried) {
        if (price.isGranted()) {
            return Optional.empty();
        }
        return beyond(price).or(() -> {
            if (price.isBelowList() && tried >= tries) {
                return Optional.of(refuse(DealRefusal.FLOOR_TRIES_USED_UP));
            }
            return price.isBelowFloor() ? Optional.of(refuse(DealRefusal.BELOW_FLOOR_PRICE)) : Optional.empty();
        });
    }

    /// The limit of the role alone, which is no secret.
    ///
    /// @return DISCOUNT_BEYOND_LIMIT; empty: it lies within
    Optional<Refused> beyond(Price price) {
        var lowest = price.list().minus(price.list().percent(percent));
        return price.isGranted() || !lowest.isMoreThan(price.agreed())
                ? Optional.empty()
                : Optional.of(refuse(DealRefusal.DISCOUNT_BEYOND_LIMIT)
                        .with("limit", percent)
                        .with("lowest", lowest)
                        .with("list", price.list()));
    }
}
