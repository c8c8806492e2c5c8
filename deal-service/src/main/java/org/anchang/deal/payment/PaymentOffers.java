package org.anchang.deal.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offer;
import org.anchang.deal.answer.Offers;

/// COL-1: the price is paid as long as the contract counts.
@ApplicationScoped
class PaymentOffers implements Offers {
    private static final Offer PAY = Offer.of(30, DealAction.PAY, PaymentResource.class, "pay");

    @Override
    public List<Offer> offers(Deal deal, AllKept kept) {
        return deal.stage() == DealStage.CONTRACTED || deal.stage() == DealStage.FILED ? List.of(PAY) : List.of();
    }
}
