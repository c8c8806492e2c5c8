package org.anchang.deal.refund;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.refund.RefundResource.PayOut;
import org.anchang.deal.refund.RefundResource.Payout;
import org.anchang.events.DealEvent.RefundPaid;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// RFD-2: what is owed back after a refund, a void or a lapse leaves the account, with a payout record.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PayingOutRefund {
    private static final String RECORD = """
            INSERT INTO refund_payout (id, deal, project, amount, slip, entry, paid_on, paid_by, paid_at, early_reason,
                                       same_slip_because)
            VALUES (:id, :deal, :project, :amount, :slip, :entry, :paidOn, :paidBy, :paidAt, :earlyReason,
                    :sameSlipBecause)""";
    private static final String USED = """
            SELECT paid_on FROM refund_payout
            WHERE project = :project AND name_key(slip) = name_key(:slip)
            ORDER BY paid_at LIMIT 1""";

    @Inject
    Deals deals;

    @Inject
    BuyersMoney money;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Payout payOut(UUID id, PayOut wish) {
        var deal = deals.toChange(caller.scope(), id);
        refuseUnless(money.payable(deal).isPositive(), DealRefusal.NOTHING_TO_PAY_OUT);
        deal.progress().mayPayOut(clock.today(), wish.earlyReason());
        var slip = wish.slip();
        var because = sameSlipBecause(deal.project(), wish);
        var booked = money.payOut(deal, slip);
        var payout = Ids.next();
        database.sql(RECORD)
                .with("id", payout)
                .with("deal", id)
                .with("project", deal.project())
                .with("amount", booked.amount())
                .with("slip", slip)
                .with("entry", booked.entry().entry())
                .with("paidOn", clock.today())
                .with("paidBy", caller.name())
                .with("paidAt", clock.instant())
                .with("earlyReason", wish.earlyReason())
                .with("sameSlipBecause", because)
                .write();
        outbox.append(new RefundPaid(
                id, deal.project(), clock.instant(), booked.amount().amount(), slip, booked.entry()));
        return new Payout(payout, id, booked.amount(), slip, List.of());
    }

    /// INV-17: what left once is not written down as leaving again, but for a reason.
    private @Nullable String sameSlipBecause(String project, PayOut wish) {
        var used = database.sql(USED)
                .with("project", project)
                .with("slip", wish.slip())
                .row(LocalDate.class);
        if (used.isEmpty()) {
            return null;
        }
        if (wish.sameSlipBecause() == null) {
            throw refuse(DealRefusal.PAYOUT_SLIP_USED_ALREADY).with("paidOn", used.get());
        }
        return wish.sameSlipBecause();
    }
}
