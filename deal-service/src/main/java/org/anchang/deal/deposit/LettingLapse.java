package org.anchang.deal.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.deal.deposit.DepositResource.Lapse;
import org.anchang.deal.deposit.orderform.OrderForms;
import org.anchang.deal.ledger.Ledger.What;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;

/// DEP-2: a person lets a deal lapse. Nothing lapses by itself, and a deposit is forfeited only after its date.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LettingLapse {
    private static final String DECIDED = "DECIDED";
    private static final String LAPSED = "LAPSED";

    @Inject
    Deals deals;

    @Inject
    OrderForms orderForms;

    @Inject
    BuyersMoney money;

    @Inject
    ReceiptBook book;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Deal lapse(UUID id, Lapse decision) {
        var deal = deals.toChange(caller.scope(), id);
        if (deal.stage() == DealStage.QUEUED) {
            deal.refuseIfChanging();
            outbox.append(deal.returnTicket(DECIDED, clock.instant()));
            deal.ending().note(decision.reason(), sealing);
            return deal;
        }
        var forfeited = deal.ending().mayLapse(decision.forfeit(), clock.today());
        orderForms.current(deal.id()).ifPresent(form -> outbox.append(form.voided(LAPSED, clock.instant())));
        book.takeBack(deal, LAPSED);
        var booked = money.settle(deal, What.LAPSE, forfeited);
        outbox.append(deal.ending().lapse(DECIDED, forfeited, booked, clock.instant()));
        deal.ending().note(decision.reason(), sealing);
        return deal;
    }
}
