package org.anchang.inventory.hold.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.inventory.sale.withholding.OfferedAgain;

/// INV-5: who is next in line hears of a unit that is offered again, too.
@ApplicationScoped
class HearingOfOffers {
    @Inject
    WaitingLine line;

    void offered(@Observes OfferedAgain offered) {
        line.tellNext(List.of(offered.unit()));
    }
}
