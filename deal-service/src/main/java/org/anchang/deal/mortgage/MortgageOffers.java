package org.anchang.deal.mortgage;

import java.util.List;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offer;
import org.anchang.deal.mortgage.MortgageFile.MortgageState;

/// CON-3: what comes next with a mortgage, offered beside the mortgage itself.
final class MortgageOffers {
    private static final Offer HAND_IN = Offer.of(1, DealAction.HAND_IN_DOCUMENT, MortgageResource.class, "hand");
    private static final Offer SUBMIT = Offer.of(2, DealAction.SUBMIT, MortgageResource.class, "submit");
    private static final Offer APPROVE = Offer.of(3, DealAction.RECORD_APPROVAL, MortgageResource.class, "approve");
    private static final Offer REFUSE = Offer.of(4, DealAction.RECORD_REFUSAL, MortgageResource.class, "refuse");
    private static final Offer DISBURSE =
            Offer.of(5, DealAction.RECORD_DISBURSEMENT, MortgageResource.class, "disburse");
    private static final Offer CANCEL = Offer.of(6, DealAction.RECORD_CANCELLATION, MortgageResource.class, "cancel");

    private MortgageOffers() {}

    static List<Offer> after(MortgageState state) {
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
