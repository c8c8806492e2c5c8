package org.anchang.deal.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchang.deal.Deal;
import org.anchang.deal.DealAction;
import org.anchang.deal.answer.AllPapers;
import org.anchang.deal.answer.DealOffer;
import org.anchang.deal.answer.Offers;
import org.jspecify.annotations.Nullable;

/// DEP-1 … DEP-3: from the ticket to the signed order form.
@ApplicationScoped
class DepositOffers implements Offers {
    private static final DealOffer CONFIRM =
            DealOffer.of(10, DealAction.CONFIRM_UNIT, DepositResource.class, "confirmUnit");
    private static final DealOffer TAKE =
            DealOffer.of(20, DealAction.TAKE_DEPOSIT, DepositResource.class, "takeDeposit");
    private static final DealOffer DRAW = DealOffer.of(50, DealAction.DRAW_ORDER_FORM, DrawingResource.class, "draw");
    private static final DealOffer LAPSE = DealOffer.of(170, DealAction.LAPSE, DepositResource.class, "lapse");

    @Override
    public List<DealOffer> offers(Deal deal, AllPapers papers) {
        return switch (deal.stage()) {
            case QUEUED -> deal.isConfirmed() ? offered(TAKE, papers) : offered(CONFIRM, papers);
            case RESERVED -> offered(TAKE, papers);
            case SUBSCRIBED -> offered(deal.deposits().outstanding().isPositive() ? TAKE : null, papers);
            case CONTRACTED, FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }

    /// DEP-6: a signed form is voided by a superior, not replaced.
    private static List<DealOffer> offered(@Nullable DealOffer first, AllPapers papers) {
        var isSigned = papers.form() != null && papers.form().isSigned();
        return Stream.of(first, isSigned ? null : DRAW, LAPSE)
                .filter(Objects::nonNull)
                .toList();
    }
}
