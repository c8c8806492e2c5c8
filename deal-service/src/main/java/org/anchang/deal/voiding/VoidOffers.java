package org.anchang.deal.voiding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.DealMove;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// DEP-6: before the contract.
@ApplicationScoped
class VoidOffers implements Offers {
    private static final DealOffer VOID = DealOffer.of(160, DealAction.REQUEST_VOID, VoidResource.class, "requestVoid");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return DealMove.VOID.isPossibleFrom(deal.stage()) ? List.of(VOID) : List.of();
    }
}
