package org.anchang.deal.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.Paper;
import org.anchang.deal.answer.Papers;
import org.anchang.deal.ledger.Ledger;
import org.anchang.events.LedgerEntry.Account;

/// RFD-2: what is owed back on a deal that has ended, and was not paid out yet.
@ApplicationScoped
class PayablePapers implements Papers {
    @Inject
    Ledger ledger;

    @Override
    public List<Paper.Payable> papers(Collection<Deal> deals) {
        var ended = deals.stream()
                .filter(deal -> isOver(deal.stage()))
                .map(Deal::id)
                .toList();
        return ledger.owed(ended, Account.REFUNDS_PAYABLE).stream()
                .map(owed -> new Paper.Payable(owed.deal(), owed.amount()))
                .toList();
    }

    private static boolean isOver(DealStage stage) {
        return switch (stage) {
            case LAPSED, VOIDED, REFUNDED -> true;
            case QUEUED, RESERVED, SUBSCRIBED, CONTRACTED, FILED, SWAPPED -> false;
        };
    }
}
