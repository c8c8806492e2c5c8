package org.anchang.deal.mortgage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.deal.contract.PaymentScheme;
import org.anchang.deal.contract.SignedScheme;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.Incoming;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.deal.receipt.Method;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;

/// CON-3: the mortgage of a deal is followed from its papers to the bank's money.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FollowingMortgage {
    @Inject
    Deals deals;

    @Inject
    MortgageFiles files;

    @Inject
    BuyersMoney money;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    void open(@Observes SignedScheme signed) {
        if (signed.scheme() instanceof PaymentScheme.Mortgage scheme) {
            files.persist(MortgageFile.open(signed.deal(), scheme, clock.instant()));
        }
    }

    MortgageFile hand(UUID id, String name) {
        var file = files.of(toReceive(id));
        file.hand(name, clock.today(), caller.name());
        return file;
    }

    MortgageFile submit(UUID id) {
        var file = files.of(toReceive(id));
        outbox.append(file.submit(clock.instant()));
        return file;
    }

    MortgageFile approve(UUID id, Money amount) {
        var deal = toReceive(id);
        var file = files.of(deal);
        outbox.append(file.approve(amount, clock.instant()));
        outbox.append(schedule.happened(deal, "LOAN_APPROVED"));
        return file;
    }

    /// Nobody's fault (Civil Code 586–588): what follows is a refund with its own basis, not a penalty.
    MortgageFile refuse(UUID id, String reason) {
        var file = files.of(toReceive(id));
        outbox.append(file.refused(reason, sealing, clock.instant()));
        return file;
    }

    MortgageFile disburse(UUID id, Money amount, Method.BankTransfer transfer) {
        var deal = toReceive(id);
        var file = files.of(deal);
        file.mayDisburse(amount);
        var taken = money.take(deal, ReceiptKind.LOAN, new Incoming(amount, Nature.LOAN, transfer, null));
        schedule.allocate(taken.receipt());
        outbox.append(file.disburse(taken.booked(), clock.instant()));
        return file;
    }

    MortgageFile cancel(UUID id, LocalDate on, String reason) {
        var file = files.of(toReceive(id));
        outbox.append(file.cancel(on, reason, sealing, clock.instant()));
        return file;
    }

    private Deal toReceive(UUID id) {
        var deal = deals.toChange(caller.scope(), id);
        deal.mayReceive();
        return deal;
    }
}
