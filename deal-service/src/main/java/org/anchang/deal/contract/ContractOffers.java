package org.anchang.deal.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;

/// CON-1, CON-2: buyers are checked, the contract is signed.
@ApplicationScoped
class ContractOffers implements Offers {
    private static final DealOffer SIGN = DealOffer.of(40, DealAction.SIGN_CONTRACT, ContractResource.class, "sign");
    private static final DealOffer CHECK = DealOffer.of(
                    60, DealAction.CHECK_BUYER, ContractResource.class, "checkBuyer")
            .alsoWhileChanging();

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        var check = deal.buyers().isEmpty() ? List.<DealOffer>of() : List.of(CHECK);
        return switch (deal.stage()) {
            case QUEUED, RESERVED, CONTRACTED -> check;
            case SUBSCRIBED -> Stream.concat(Stream.of(SIGN), check.stream()).toList();
            case FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }
}
