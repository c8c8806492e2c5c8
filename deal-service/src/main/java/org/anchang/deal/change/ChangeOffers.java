package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Role;

/// SWP-3: whoever asked for a change may take it back, where its signatures are collected.
@ApplicationScoped
class ChangeOffers implements Offers {
    private static final Offer WITHDRAW =
            Offer.elsewhere(DealAction.WITHDRAW, "/api/v1/approvals/{id}/withdraw", Role.CONSULTANT, Role.SITE_MANAGER);

    static Offered withdrawal(DealAction name, UUID approval, String applicant) {
        return new Offered(190, WITHDRAW.named(name), approval, applicant, true);
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        var change = kept.change();
        return change == null || change.approval() == null
                ? List.of()
                : List.of(withdrawal(DealAction.WITHDRAW_CHANGE, change.approval(), change.applicant()));
    }
}
