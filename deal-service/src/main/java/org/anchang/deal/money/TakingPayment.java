package org.anchang.deal.money;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.money.Receipt.Kind;
import org.anchang.events.DealEvent.PaymentReceived;
import org.anchang.events.DealEvent.ReceiptVoided;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;

/// COL-1: money of the price comes in after signing; DEP-5: a receipt written by mistake is voided.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TakingPayment {
    @Inject
    Deals deals;

    @Inject
    Receipts receipts;

    @Inject
    BuyersMoney money;

    @Inject
    Ledger ledger;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    record Paid(Receipt receipt, Deal deal) {}

    Paid pay(UUID id, Incoming incoming) {
        var deal = deals.toChange(id);
        deal.mayReceive();
        refuseUnless(incoming.amount().isPositive(), DealRefusal.AMOUNT_IS_NOT_POSITIVE);
        var taken = money.take(deal, Kind.PAYMENT, incoming);
        schedule.allocate(taken.receipt());
        outbox.append(new PaymentReceived(
                deal.id(),
                deal.project(),
                clock.instant(),
                incoming.amount().amount(),
                incoming.nature(),
                taken.receipt().number(),
                taken.booked().entry(),
                taken.booked().payer(),
                taken.booked().account()));
        return new Paid(taken.receipt(), deal);
    }

    /// Only a payment is taken back by itself: deposits and loans carry a stage and end with it.
    Receipt voidReceipt(UUID id, String reason) {
        var deal = deals.toChange(receipts.get(id).deal());
        var receipt = receipts.toChange(id);
        refuseUnless(receipt.isValid(), DealRefusal.RECEIPT_HAS_ENDED);
        refuseUnless(receipt.kind() == Kind.PAYMENT, DealRefusal.RECEIPT_CARRIES_THE_STAGE);
        deal.mayReceive();
        receipt.voided(reason, caller.name(), clock.instant());
        outbox.append(new ReceiptVoided(
                deal.id(),
                deal.project(),
                clock.instant(),
                receipt.number(),
                receipt.amount().amount(),
                reason,
                ledger.reverse(deal, receipt.entry())));
        return receipt;
    }
}
