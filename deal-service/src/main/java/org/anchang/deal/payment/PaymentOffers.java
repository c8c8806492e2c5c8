package org.anchang.deal.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// COL-1: the price is paid as long as the contract counts.
@ApplicationScoped
class PaymentOffers implements Offers {
    private static final DealOffer PAY = DealOffer.of(30, DealAction.PAY, PaymentResource.class, "pay");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return deal.stage() == DealStage.CONTRACTED || deal.stage() == DealStage.FILED ? List.of(PAY) : List.of();
    }
}
