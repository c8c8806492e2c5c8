package org.anchang.deal.change;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.deal.Approved;
import org.anchang.deal.Deal;
import org.anchang.deal.DealMove;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.change.ChangeForm.RefundForm;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.BuyersMoney.Kept;
import org.anchang.deal.money.Ledger.What;
import org.anchang.deal.money.PaymentSchedule;
import org.anchang.deal.money.Receipt;
import org.anchang.deal.money.ReceiptBook;
import org.anchang.deal.money.Receipts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// 退房: the deal is given up and its money owed back, less a penalty (RFD-1, RFD-2).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RefundingDeal {
    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingPapers papers;

    @Inject
    BuyersMoney money;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Receipts receipts;

    @Inject
    ReceiptBook book;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// @param statement the consultant's statement, the first step of the form
    ChangeRequest request(UUID id, RefundForm form, @Nullable String statement) {
        var deal = deals.toChange(id);
        DealMove.REFUND.from(deal.stage());
        deal.refuseIfChanging();
        papers.mustBeFreeOfAuthorityAndBank(deal);
        var received = money.received(deal);
        mustBeAllowed(form, received, deal);
        return process.open(deal, form, fields(deal, form, received, statement));
    }

    /// RFD-2: penalty + payable = received, and what the seller owes on top, to the cent.
    void carryOut(ChangeRequest request, Approved<RefundForm> approved) {
        var deal = process.dealOf(request);
        var form = approved.form();
        var received = money.received(deal);
        if (!DealMove.REFUND.isPossibleFrom(deal.stage()) || form.penalty().isMoreThan(received)) {
            process.overtaken(request, deal);
            return;
        }
        var compensation = compensation(form, deal);
        papers.takeBack(deal, "REFUND");
        papers.endContract(deal);
        schedule.end(deal);
        book.takeBack(deal, "REFUND");
        var settled = money.settle(deal, What.REFUND, new Kept(form.penalty(), compensation));
        var settlement =
                new Deal.Settlement(form.basis().name(), received, form.penalty(), payoutOn(approved.fields()));
        outbox.append(deal.refund(settlement, approved, settled, clock.instant()));
        process.done(request, approved);
    }

    /// Civil Code 586–588: one basis, and what it allows.
    private void mustBeAllowed(RefundForm form, Money received, Deal deal) {
        var penalty = form.penalty();
        refuseIf(penalty.isNegative(), DealRefusal.PENALTY_NOT_ALLOWED);
        refuseUnless(penalty.isZero() || form.basis().allowsPenalty(), DealRefusal.PENALTY_NOT_ALLOWED);
        if (form.basis() == RefundBasis.BUYER_FAULT && penalty.isMoreThan(deposits(deal))) {
            throw refuse(DealRefusal.PENALTY_ABOVE_DEPOSIT).with("deposits", deposits(deal));
        }
        if (penalty.isMoreThan(received)) {
            throw refuse(DealRefusal.PENALTY_ABOVE_RECEIVED).with("received", received);
        }
    }

    /// Civil Code 587: the seller at fault gives the deposit back twice; the second one is its own penalty.
    private Money compensation(RefundForm form, Deal deal) {
        return form.basis() == RefundBasis.SELLER_FAULT ? deposits(deal) : Money.ZERO;
    }

    /// What was paid as a deposit, also if it has become part of the price since.
    private Money deposits(Deal deal) {
        if (deal.stage().isBeforeContract()) {
            return deal.depositTotal();
        }
        return Money.sum(receipts
                .list(
                        "deal = ?1 and kind in ?2 and state = ?3",
                        deal.id(),
                        List.of(Receipt.Kind.DEPOSIT, Receipt.Kind.CARRIED_OVER),
                        Receipt.State.EXCHANGED)
                .stream()
                .map(Receipt::amount)
                .toList());
    }

    /// RFD-1: finance sets it with its signature; without one, it is due at once.
    private LocalDate payoutOn(Map<String, String> signed) {
        try {
            return LocalDate.parse(signed.getOrDefault("payoutOn", clock.today().toString()));
        } catch (DateTimeException e) {
            return clock.today();
        }
    }

    private Map<String, String> fields(Deal deal, RefundForm form, Money received, @Nullable String statement) {
        return FormFields.of(deal)
                .with("total", deal.price())
                .with("paidAmount", received)
                .with("basis", form.basis())
                .with("category", form.category())
                .with("penalty", form.penalty())
                .with("compensation", form.basis() == RefundBasis.SELLER_FAULT ? deposits(deal) : null)
                .with("refundAmount", received.minus(form.penalty()).plus(compensation(form, deal)))
                .with(
                        "receipts",
                        receipts.validOf(deal.id()).stream()
                                .map(Receipt::number)
                                .collect(Collectors.joining(" ")))
                .with("reason", form.reason())
                .with("statement", statement)
                .all();
    }
}
