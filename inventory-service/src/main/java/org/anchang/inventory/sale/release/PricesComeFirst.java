package org.anchang.inventory.sale.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.anchang.inventory.price.adjustment.PricesTakenBack;

/// INV-2, INV-8: who takes planned prices back comes before a release that waits for its moment with them.
@ApplicationScoped
class PricesComeFirst {
    @Inject
    Releases releases;

    void takenBack(@Observes PricesTakenBack prices) {
        releases.comeBefore(prices.project(), prices.effectiveAt());
    }
}
