package org.anchang.deal.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.DealMove;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// RFD-2: given back as long as neither authority nor bank has a hand on it; then what is owed is paid out.
@ApplicationScoped
class RefundOffers implements Offers {
    private static final DealOffer REFUND =
            DealOffer.of(120, DealAction.REQUEST_REFUND, RefundResource.class, "requestRefund");
    private static final DealOffer PAY_OUT =
            DealOffer.of(180, DealAction.PAY_OUT_REFUND, RefundResource.class, "payOut");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        if (DealMove.REFUND.isPossibleFrom(deal.stage())) {
            return papers.isFree() ? List.of(REFUND) : List.of();
        }
        return papers.payable().isPositive() ? List.of(PAY_OUT) : List.of();
    }
}
