package org.anchang.deal.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offer;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.deposit.orderform.DrawingResource;
import org.jspecify.annotations.Nullable;

/// DEP-1 … DEP-3: from the ticket to the signed order form.
@ApplicationScoped
class DepositOffers implements Offers {
    private static final Offer CONFIRM = Offer.of(10, DealAction.CONFIRM_UNIT, DepositResource.class, "confirmUnit");
    private static final Offer TAKE = Offer.of(20, DealAction.TAKE_DEPOSIT, DepositResource.class, "takeDeposit");
    private static final Offer DRAW = Offer.of(50, DealAction.DRAW_ORDER_FORM, DrawingResource.class, "draw");
    private static final Offer LAPSE = Offer.of(170, DealAction.LAPSE, DepositResource.class, "lapse");

    @Override
    public List<Offer> offers(Deal deal, AllKept kept) {
        return switch (deal.stage()) {
            case QUEUED -> deal.isConfirmed() ? offered(TAKE, kept) : offered(CONFIRM, kept);
            case RESERVED -> offered(TAKE, kept);
            case SUBSCRIBED -> offered(deal.deposits().outstanding().isPositive() ? TAKE : null, kept);
            case CONTRACTED, FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> List.of();
        };
    }

    /// DEP-6: a signed form is voided by a superior, not replaced.
    private static List<Offer> offered(@Nullable Offer first, AllKept kept) {
        var isSigned = kept.form() != null && kept.form().isSigned();
        return Stream.of(first, isSigned ? null : DRAW, LAPSE)
                .filter(Objects::nonNull)
                .toList();
    }
}
