package org.anchang.deal.voiding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealMove;
import org.anchang.deal.Deals;
import org.anchang.deal.change.ChangeForm.VoidForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.ReplacingPapers;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.ledger.Ledger.What;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;

/// DEP-6: a superior voids the order form, and the deal with it; all that was paid is owed back.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class VoidingDeal {
    /// What the papers and the events say; why it was asked for stands on the request (CUS-6).
    private static final String VOIDED = "VOIDED";

    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingPapers papers;

    @Inject
    BuyersMoney money;

    @Inject
    ReceiptBook book;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, String reason) {
        var deal = deals.toChange(caller.scope(), id);
        DealMove.VOID.from(deal.stage());
        deal.refuseIfChanging();
        var fields = FormFields.of(deal)
                .with(FormField.TOTAL, deal.price())
                .with(FormField.PAID_AMOUNT, money.received(deal))
                .with(FormField.REASON, reason);
        return process.open(deal, new VoidForm(), fields.all());
    }

    public void carryOut(ChangeRequest request, Approved<VoidForm> approved) {
        var deal = process.dealOf(request);
        if (!DealMove.VOID.isPossibleFrom(deal.stage())) {
            process.overtaken(request, deal);
            return;
        }
        papers.takeBack(deal, VOIDED);
        book.takeBack(deal, VOIDED);
        var settled = money.settle(deal, What.VOID, Money.ZERO);
        outbox.append(deal.voidFor(VOIDED, approved, settled, clock.instant()));
        process.done(request, approved);
    }
}
