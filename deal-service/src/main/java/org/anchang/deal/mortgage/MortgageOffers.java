package org.anchang.deal.mortgage;

import java.util.List;
import org.anchang.deal.DealAction;
import org.anchang.deal.mortgage.MortgageFile.State;
import org.anchang.kit.Offer;

/// CON-3: what comes next with a mortgage, offered beside the mortgage itself.
final class MortgageOffers {
    private static final Offer HAND_IN = Offer.of(DealAction.HAND_IN_DOCUMENT, MortgageResource.class, "hand");
    private static final Offer SUBMIT = Offer.of(DealAction.SUBMIT, MortgageResource.class, "submit");
    private static final Offer APPROVE = Offer.of(DealAction.RECORD_APPROVAL, MortgageResource.class, "approve");
    private static final Offer REFUSE = Offer.of(DealAction.RECORD_REFUSAL, MortgageResource.class, "refuse");
    private static final Offer DISBURSE = Offer.of(DealAction.RECORD_DISBURSEMENT, MortgageResource.class, "disburse");
    private static final Offer CANCEL = Offer.of(DealAction.RECORD_CANCELLATION, MortgageResource.class, "cancel");

    private MortgageOffers() {}

    static List<Offer> after(State state) {
        return switch (state) {
            case COLLECTING -> List.of(HAND_IN, SUBMIT);
            case SUBMITTED -> List.of(APPROVE, REFUSE);
            case APPROVED -> List.of(DISBURSE);
            case REFUSED -> List.of(SUBMIT);
            case DISBURSED -> List.of(CANCEL);
            case CANCELLED -> List.of();
        };
    }
}
