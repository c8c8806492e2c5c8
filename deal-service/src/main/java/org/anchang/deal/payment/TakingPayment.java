package org.anchang.deal.payment;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.Incoming;
import org.anchang.deal.payment.PaymentResource.Paid;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.ReceiptAnswer;
import org.anchang.events.DealEvent.PaymentReceived;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.outbox.Outbox;

/// COL-1: money of the price comes in after signing.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TakingPayment {
    @Inject
    Deals deals;

    @Inject
    DealAnswers answers;

    @Inject
    BuyersMoney money;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Paid pay(UUID id, Incoming incoming) {
        var deal = deals.toChange(caller.scope(), id);
        deal.mayReceive();
        refuseUnless(incoming.amount().isPositive(), DealRefusal.AMOUNT_IS_NOT_POSITIVE);
        var taken = money.take(deal, ReceiptKind.PAYMENT, incoming);
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
        return new Paid(
                ReceiptAnswer.of(taken.receipt(), caller.holds(deal.project(), Role.FINANCE)), answers.of(deal));
    }
}
