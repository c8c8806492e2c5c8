package org.anchang.deal.swap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.DealMove;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// SWP-2: before the contract.
@ApplicationScoped
class SwapOffers implements Offers {
    private static final DealOffer SWAP = DealOffer.of(110, DealAction.REQUEST_SWAP, SwapResource.class, "requestSwap");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return DealMove.SWAP.isPossibleFrom(deal.stage()) ? List.of(SWAP) : List.of();
    }
}
