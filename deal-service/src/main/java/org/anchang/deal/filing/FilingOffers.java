package org.anchang.deal.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offer;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.filing.Filing.FilingState;

/// CON-6: what lies with the authority is answered or cancelled.
@ApplicationScoped
class FilingOffers implements Offers {
    private static final Offer SUBMIT = Offer.of(70, DealAction.SUBMIT_FILING, FilingResource.class, "submit");
    private static final Offer ACCEPT = Offer.of(80, DealAction.RECORD_ACCEPTANCE, FilingResource.class, "accept");
    private static final Offer RETURN = Offer.of(90, DealAction.RECORD_RETURN, FilingResource.class, "giveBack");
    private static final Offer CANCEL = Offer.of(100, DealAction.CANCEL_FILING, FilingResource.class, "cancel");

    /// Beside a filing itself.
    static List<Offer> after(FilingState state) {
        return switch (state) {
            case SUBMITTED -> List.of(ACCEPT, RETURN);
            case RETURNED -> List.of(SUBMIT);
            case ACCEPTED -> List.of(CANCEL);
            case CANCELLED -> List.of();
        };
    }

    @Override
    public List<Offer> offers(Deal deal, AllKept kept) {
        return switch (deal.stage()) {
            case CONTRACTED -> kept.isFree() ? List.of(SUBMIT) : List.of(ACCEPT, RETURN);
            case FILED -> kept.isFree() ? List.of() : List.of(CANCEL);
            case QUEUED, RESERVED, SUBSCRIBED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }
}
