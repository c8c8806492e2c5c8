package org.anchang.deal.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.Offer;
import org.anchang.deal.answer.Offers;
import org.anchang.kit.identity.Role;

/// SWP-3: whoever asked for a change may take it back, where its signatures are collected.
@ApplicationScoped
class ChangeOffers implements Offers {
    /// The command is approval-service's.
    private static final List<String> APPLICANTS = List.of(Role.CONSULTANT, Role.SITE_MANAGER);

    @Override
    public List<Offer> offers(Deal deal, AllPapers papers) {
        var change = papers.change();
        if (change == null || change.approval() == null) {
            return List.of();
        }
        var path = "/api/v1/approvals/" + change.approval() + "/withdraw";
        return List.of(new Offer(190, DealAction.WITHDRAW_CHANGE, path, APPLICANTS, change.applicant(), true));
    }
}
