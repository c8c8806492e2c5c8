package org.anchang.deal.refund;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.refund.RefundResource.PayOut;
import org.anchang.events.DealEvent.RefundPaid;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/// RFD-2: what is owed back after a refund, a void or a lapse leaves the account, with a payout record.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PayingOutRefund {
    private static final String RECORD = """
            INSERT INTO refund_payout (id, deal, project, amount, slip, entry, paid_on, paid_by, paid_at, early_reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)""";

    /// @param id of the payout record
    record Paid(UUID id, UUID deal, Money amount, String slip) {}

    @Inject
    Deals deals;

    @Inject
    BuyersMoney money;

    @Inject
    Session database;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Paid payOut(UUID id, PayOut wish) {
        var deal = deals.toChange(id);
        refuseUnless(money.payable(deal).isPositive(), DealRefusal.NOTHING_TO_PAY_OUT);
        deal.mayPayOut(clock.today(), wish.earlyReason());
        var slip = wish.slip();
        var booked = money.payOut(deal, slip);
        var payout = Ids.next();
        database.createNativeMutationQuery(RECORD)
                .setParameter(1, payout)
                .setParameter(2, id)
                .setParameter(3, deal.project())
                .setParameter(4, booked.amount().amount())
                .setParameter(5, slip)
                .setParameter(6, booked.entry().entry())
                .setParameter(7, clock.today())
                .setParameter(8, caller.name())
                .setParameter(9, clock.instant())
                .setParameter(10, wish.earlyReason(), StandardBasicTypes.STRING)
                .executeUpdate();
        outbox.append(new RefundPaid(
                id, deal.project(), clock.instant(), booked.amount().amount(), slip, booked.entry()));
        return new Paid(payout, id, booked.amount(), slip);
    }
}
