package org.anchang.deal.deposit.orderform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.setting.Settings;

/// INV-12: the caller asks for a price, within the [PriceLimits] of their roles. One below the floor price is kept.
@ApplicationScoped
public class TryingPrices {
    @Inject
    FloorTries tries;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused DISCOUNT_BEYOND_LIMIT, FLOOR_TRIES_USED_UP, BELOW_FLOOR_PRICE
    public void mustAllow(Price price) {
        limits(price).against(price, tries.of(price)).ifPresent(no -> {
            if (no.refusal() == DealRefusal.BELOW_FLOOR_PRICE) {
                tries.keep(price);
            }
            throw no;
        });
    }

    /// @throws org.anchang.kit.problem.Refused DISCOUNT_BEYOND_LIMIT
    void mustBeWithinLimit(Price price) {
        limits(price).beyond(price).ifPresent(no -> {
            throw no;
        });
    }

    private PriceLimits limits(Price price) {
        var project = price.project();
        return PriceLimits.of(settings, project, role -> caller.holds(project, role));
    }
}
