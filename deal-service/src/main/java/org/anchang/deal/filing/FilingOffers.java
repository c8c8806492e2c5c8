package org.anchang.deal.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.filing.Filing.State;

/// CON-6: what lies with the authority is answered or cancelled.
@ApplicationScoped
class FilingOffers implements Offers {
    private static final DealOffer SUBMIT = DealOffer.of(70, DealAction.SUBMIT_FILING, FilingResource.class, "submit");
    private static final DealOffer ACCEPT =
            DealOffer.of(80, DealAction.RECORD_ACCEPTANCE, FilingResource.class, "accept");
    private static final DealOffer RETURN =
            DealOffer.of(90, DealAction.RECORD_RETURN, FilingResource.class, "giveBack");
    private static final DealOffer CANCEL = DealOffer.of(100, DealAction.CANCEL_FILING, FilingResource.class, "cancel");

    /// Beside a filing itself.
    static List<DealOffer> after(State state) {
        return switch (state) {
            case SUBMITTED -> List.of(ACCEPT, RETURN);
            case RETURNED -> List.of(SUBMIT);
            case ACCEPTED -> List.of(CANCEL);
            case CANCELLED -> List.of();
        };
    }

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return switch (deal.stage()) {
            case CONTRACTED -> papers.isFree() ? List.of(SUBMIT) : List.of(ACCEPT, RETURN);
            case FILED -> papers.isFree() ? List.of() : List.of(CANCEL);
            case QUEUED, RESERVED, SUBSCRIBED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }
}
