package org.anchang.deal.rename;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// REN-1: until the contract is filed.
@ApplicationScoped
class RenameOffers implements Offers {
    private static final DealOffer RENAME =
            DealOffer.of(130, DealAction.REQUEST_RENAME, RenameResource.class, "requestRename");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return deal.stage().isBeforeFiling() ? List.of(RENAME) : List.of();
    }
}
