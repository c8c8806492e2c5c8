package org.anchang.deal.refund;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Ending.Settlement;
import org.anchang.deal.change.ChangeForm.RefundForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.Outcome;
import org.anchang.deal.change.RefundBasis;
import org.anchang.deal.change.ReplacingOrderForm;
import org.anchang.deal.contract.Contracts;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.filing.Filings;
import org.anchang.deal.ledger.Ledger.What;
import org.anchang.deal.money.BuyersMoney;
import org.anchang.deal.money.BuyersMoney.Retained;
import org.anchang.deal.mortgage.MortgageFiles;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.deal.receipt.Receipts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// 退房: the deal is given up and its money owed back, less a penalty (RFD-1, RFD-2).
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RefundingDeal {
    /// Years that finance may let a buyer wait.
    private static final int LONGEST_WAIT = 10;

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingOrderForm forms;

    @Inject
    BuyersMoney money;

    @Inject
    PaymentSchedule schedule;

    @Inject
    Receipts receipts;

    @Inject
    ReceiptBook book;

    @Inject
    Contracts contracts;

    @Inject
    Filings filings;

    @Inject
    MortgageFiles mortgages;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// @param statement the consultant's statement, the first step of the form
    ChangeRequest request(UUID id, RefundForm form, String reason, @Nullable String statement) {
        var deal = process.toChange(id, ChangeKind.REFUND);
        mustBeFreeOfAuthorityAndBank(deal);
        var terms = terms(deal, form);
        terms.mustBeAllowed();
        var fields = fields(deal, form, terms).with(FormField.REASON, reason).with(FormField.STATEMENT, statement);
        return process.open(deal, form, fields);
    }

    /// RFD-2: penalty + payable = received, and what the seller owes on top, to the cent.
    ///
    /// While it waits, nothing that it rests on changes (SWP-3). That no more is kept than is there is asked
    /// once more, since the ledger takes nothing else.
    public Outcome carryOut(Deal deal, ChangeRequest request, Approved<RefundForm> approved) {
        var form = approved.form();
        var terms = terms(deal, form);
        if (terms.isAboveReceived()) {
            return Outcome.OVERTAKEN;
        }
        var payoutOn = payoutOn(approved.fields(), OfficeClock.dateOf(request.openedAt()));
        if (payoutOn.isEmpty()) {
            return Outcome.PAYOUT_DATE_NOT_UNDERSTOOD;
        }
        var received = money.received(deal);
        forms.takeBack(deal, "REFUND");
        contracts.end(deal, clock.instant());
        schedule.end(deal);
        book.takeBack(deal, "REFUND");
        var settled = money.settle(deal, What.REFUND, new Retained(form.penalty(), terms.compensation()));
        var settlement = new Settlement(form.basis().name(), received, form.penalty(), payoutOn.get());
        outbox.append(deal.ending().refund(settlement, approved, settled, clock.instant()));
        return Outcome.APPROVED;
    }

    /// A contracted unit goes back on sale only when neither the authority nor the bank has a hand on it.
    private void mustBeFreeOfAuthorityAndBank(Deal deal) {
        refuseIf(filings.isWithAuthority(deal), DealRefusal.FILING_NOT_CANCELLED);
        refuseIf(mortgages.isBankIn(deal, money.loan(deal)), DealRefusal.MORTGAGE_NOT_CANCELLED);
    }

    private RefundTerms terms(Deal deal, RefundForm form) {
        var facts =
                new RefundTerms.Facts(mortgages.isRefused(deal), deal.agreed().orderForm() != null);
        return new RefundTerms(form.basis(), form.penalty(), facts, deposits(deal), money.forfeitable(deal));
    }

    /// What was paid as a deposit, also if it has become part of the price since.
    private Money deposits(Deal deal) {
        if (deal.stage().isBeforeContract()) {
            return deal.deposits().taken();
        }
        return Money.sum(receipts
                .list(
                        "deal = ?1 and kind in ?2 and state = ?3",
                        deal.id(),
                        List.of(ReceiptKind.DEPOSIT, ReceiptKind.CARRIED_OVER),
                        ReceiptState.EXCHANGED)
                .stream()
                .map(Receipt::amount)
                .toList());
    }

    /// RFD-1: finance sets it with its signature; where a project's chain does not ask for it, it is due at once.
    ///
    /// @param asked the day of the request; nothing is paid out before it
    /// @return empty if what was signed is no such date: money does not leave on a guess
    private Optional<LocalDate> payoutOn(Map<String, String> signed, LocalDate asked) {
        try {
            var set = signed.get("payoutOn");
            return Optional.of(set == null ? clock.today() : LocalDate.parse(set))
                    .filter(day -> !day.isBefore(asked) && day.isBefore(asked.plusYears(LONGEST_WAIT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private FormFields fields(Deal deal, RefundForm form, RefundTerms terms) {
        var received = money.received(deal);
        var loan = received.minus(terms.forfeitable());
        return FormFields.of(deal)
                .with(FormField.TOTAL, deal.price())
                .with(FormField.PAID_AMOUNT, received)
                .with(FormField.LOAN_AMOUNT, loan.isZero() ? null : loan)
                .with(FormField.BASIS, form.basis())
                .with(FormField.CATEGORY, form.category())
                .with(FormField.PENALTY, form.penalty())
                .with(FormField.COMPENSATION, form.basis() == RefundBasis.SELLER_FAULT ? terms.compensation() : null)
                .with(FormField.REFUND_AMOUNT, received.minus(form.penalty()).plus(terms.compensation()))
                .with(
                        FormField.RECEIPTS,
                        receipts.validOf(deal.id()).stream()
                                .map(Receipt::number)
                                .collect(Collectors.joining(" ")));
    }
}
