package org.anchang.deal.voiding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.change.ChangeForm.VoidForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.Outcome;
import org.anchang.deal.change.ReplacingOrderForm;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.ledger.Ledger.What;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;

/// DEP-6: a superior voids the order form, and the deal with it; all that was paid is owed back.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class VoidingDeal {
    /// What the papers and the events say; why it was asked for stands on the request (CUS-6).
    private static final String VOIDED = "VOIDED";

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingOrderForm forms;

    @Inject
    BuyersMoney money;

    @Inject
    ReceiptBook book;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, String reason) {
        var deal = process.toChange(id, ChangeKind.VOID);
        var fields = FormFields.of(deal)
                .with(FormField.TOTAL, deal.price())
                .with(FormField.PAID_AMOUNT, money.received(deal))
                .with(FormField.REASON, reason);
        return process.open(deal, new VoidForm(), fields);
    }

    public Outcome carryOut(Deal deal, ChangeRequest request, Approved<VoidForm> approved) {
        forms.takeBack(deal, VOIDED);
        book.takeBack(deal, VOIDED);
        var settled = money.settle(deal, What.VOID, Money.ZERO);
        outbox.append(deal.ending().voidFor(VOIDED, approved, settled, clock.instant()));
        return Outcome.APPROVED;
    }
}
