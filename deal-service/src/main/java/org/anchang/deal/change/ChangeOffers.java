package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Role;

/// SWP-3: whoever asked for a change may take it back, where its signatures are collected.
@ApplicationScoped
class ChangeOffers implements Offers {
    private static final Offer WITHDRAW = Offer.elsewhere(
            DealAction.WITHDRAW_CHANGE, "/api/v1/approvals/{id}/withdraw", Role.CONSULTANT, Role.SITE_MANAGER);

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        var change = papers.change();
        if (change == null || change.approval() == null) {
            return List.of();
        }
        return List.of(new DealOffer(190, WITHDRAW, change.approval(), change.applicant(), true));
    }
}
