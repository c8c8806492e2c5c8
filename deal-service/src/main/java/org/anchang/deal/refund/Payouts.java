package org.anchang.deal.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.Keeper;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.ledger.Ledger;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;

/// RFD-2: what is owed back on deals that have ended, and what was paid out of it.
@ApplicationScoped
public class Payouts implements Keeper {
    public record Payout(Money amount, String slip, LocalDate paidOn, String paidBy) {}

    private static final String OF = """
            SELECT amount, slip, paid_on, paid_by FROM refund_payout WHERE deal = :deal ORDER BY id""";

    @Inject
    Database database;

    @Inject
    Ledger ledger;

    public List<Payout> of(UUID deal) {
        return database.sql(OF).with("deal", deal).rows(Payout.class);
    }

    /// What is owed back and was not paid out yet.
    @Override
    public List<Kept.OwedBack> kept(Collection<Deal> deals) {
        var ended = deals.stream()
                .filter(deal -> isOver(deal.stage()))
                .map(Deal::id)
                .toList();
        return ledger.owed(ended, Account.REFUNDS_PAYABLE).stream()
                .map(owed -> new Kept.OwedBack(owed.deal(), owed.amount()))
                .toList();
    }

    private static boolean isOver(DealStage stage) {
        return switch (stage) {
            case LAPSED, VOIDED, REFUNDED -> true;
            case QUEUED, RESERVED, SUBSCRIBED, CONTRACTED, FILED, SWAPPED -> false;
        };
    }
}
