package org.anchang.deal.discount;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// DIS-1: before the contract, once there is a form whose price could be another.
@ApplicationScoped
class DiscountOffers implements Offers {
    private static final DealOffer DISCOUNT =
            DealOffer.of(140, DealAction.REQUEST_DISCOUNT, DiscountResource.class, "requestDiscount");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return deal.stage().isBeforeContract() && papers.form() != null ? List.of(DISCOUNT) : List.of();
    }
}
