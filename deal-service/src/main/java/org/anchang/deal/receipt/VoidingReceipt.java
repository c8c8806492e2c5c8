package org.anchang.deal.receipt;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.ledger.Ledger;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.events.DealEvent.ReceiptVoided;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;

/// DEP-5: a receipt that was written by mistake is voided; it stays, and its entry in the ledger is taken back.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class VoidingReceipt {
    @Inject
    Deals deals;

    @Inject
    Receipts receipts;

    @Inject
    Ledger ledger;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Only a payment is taken back by itself: deposits and loans carry a stage and end with it.
    Receipt voidFor(UUID id, String reason) {
        var deal =
                deals.toChange(caller.scope(), receipts.get(caller.scope(), id).deal());
        var receipt = receipts.toChange(caller.scope(), id);
        refuseUnless(receipt.isValid(), DealRefusal.RECEIPT_HAS_ENDED);
        refuseUnless(receipt.kind() == ReceiptKind.PAYMENT, DealRefusal.RECEIPT_CARRIES_THE_STAGE);
        deal.mayReceive();
        receipt.voidedByHand(sealing.seal(reason, receipt.wordsPlace()), caller.name(), clock.instant());
        outbox.append(new ReceiptVoided(
                deal.id(),
                deal.project(),
                clock.instant(),
                receipt.number(),
                receipt.amount().amount(),
                Receipt.VOIDED,
                ledger.reverse(deal, requireNonNull(receipt.entry()))));
        return receipt;
    }
}
