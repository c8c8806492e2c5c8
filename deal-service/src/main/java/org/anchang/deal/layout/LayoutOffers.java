package org.anchang.deal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// LAY-1: as long as the home is kept for the buyer by money.
@ApplicationScoped
class LayoutOffers implements Offers {
    private static final DealOffer CHANGE =
            DealOffer.of(150, DealAction.REQUEST_LAYOUT_CHANGE, LayoutChangeResource.class, "requestLayoutChange");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return deal.stage().isLive() && deal.stage() != DealStage.QUEUED ? List.of(CHANGE) : List.of();
    }
}
