package org.anchang.deal.money;

import static org.anchang.deal.ledger.Ledger.credit;
import static org.anchang.deal.ledger.Ledger.debit;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.deal.Deal;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.ledger.Ledger;
import org.anchang.deal.ledger.Ledger.OwedByNature;
import org.anchang.deal.ledger.Ledger.What;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipt.Content;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.ReceiptBook;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.SealedJson;

/// The money of the buyers of a deal, from the till to the price or back to them. Every method books one balanced
/// entry and gives the evidence that the deal's verbs demand.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BuyersMoney {
    /// Money came in: the receipt, and the evidence that it is booked.
    public record Taken(Receipt receipt, Booked booked) {}

    private static final TypeReference<Payer> PAYER = new TypeReference<>() {};

    @Inject
    Ledger ledger;

    @Inject
    ReceiptBook book;

    @Inject
    SealedJson sealed;

    /// Who paid, in full, where that is not the buyer.
    public Optional<Payer> payer(Receipt receipt) {
        return receipt.sealedPayer() == null || receipt.entry() == null
                ? Optional.empty()
                : Optional.of(sealed.open(receipt.sealedPayer(), PAYER, payerOf(receipt.entry())));
    }

    private static Place payerOf(UUID entry) {
        return new Place("receipt", "payer_sealed", entry);
    }

    /// DEP-5: money over the counter; deposits are owed to the buyers as deposits, all else as price.
    public Taken take(Deal deal, ReceiptKind kind, Incoming incoming) {
        var owed = kind == ReceiptKind.DEPOSIT ? Account.DEPOSITS : Account.PRICE_RECEIVED;
        var amount = incoming.amount();
        var nature = incoming.nature();
        var entry = ledger.enter(
                deal,
                What.valueOf(kind.name()),
                List.of(
                        debit(incoming.method().account(), nature, deal.id(), amount),
                        credit(owed, nature, deal.id(), amount)));
        var payer = incoming.payer() == null ? null : sealed.seal(incoming.payer(), payerOf(entry.entry()));
        var receipt = book.issue(deal, new Content(kind, nature, amount, incoming.method(), payer, entry.entry()));
        return new Taken(
                receipt, new Booked(receipt.number(), amount, entry, payerOf(incoming), receipt.accountNumber()));
    }

    /// No name leaves the service: it stands sealed with the receipt.
    private static String payerOf(Incoming incoming) {
        if (incoming.nature() == Nature.LOAN) {
            return "BANK";
        }
        return incoming.payer() == null ? "BUYER" : "ANOTHER";
    }

    /// CON-2: the deposits become part of the price.
    public Booked offset(Deal deal) {
        var deposits = ledger.owed(deal, Account.DEPOSITS);
        var postings = new ArrayList<Posting>();
        for (var balance : deposits) {
            postings.add(debit(Account.DEPOSITS, balance.nature(), deal.id(), balance.amount()));
            postings.add(credit(Account.PRICE_RECEIVED, Nature.PRICE, deal.id(), balance.amount()));
        }
        return new Booked("OFFSET", total(deposits), ledger.enter(deal, What.OFFSET, postings));
    }

    /// What was paid in and not given back, by the buyers and by their bank: deposits and price.
    public Money received(Deal deal) {
        return total(held(deal));
    }

    /// RFD-2: the part of it that a penalty may be taken of. The bank's loan is not the buyers' to lose.
    public Money forfeitable(Deal deal) {
        return total(held(deal).stream().filter(BuyersMoney::isForfeitable).toList());
    }

    /// What the bank paid of the price, however it came in.
    public Money loan(Deal deal) {
        return total(ledger.owed(deal, Account.PRICE_RECEIVED).stream()
                .filter(balance -> balance.nature() == Nature.LOAN)
                .toList());
    }

    /// What is owed back to the buyers and not paid out yet.
    public Money payable(Deal deal) {
        return total(ledger.owed(deal, Account.REFUNDS_PAYABLE));
    }

    /// The deal is over (`LAPSE`, `VOID`, `REFUND`): of all that was paid in, `penalty` is kept and the rest is
    /// owed back. Penalty + owed = received, to the cent. The penalty comes out of the deposits, then out of what
    /// was paid of the price; the bank gets its loan back whole.
    ///
    /// @return the evidence; its amount is what is owed back
    public Booked settle(Deal deal, What what, Money penalty) {
        return settle(deal, what, new Retained(penalty, Money.ZERO));
    }

    /// What the office keeps of the money, or owes beyond it; never both.
    ///
    /// @param compensation the second half of the double deposit (Civil Code 587)
    public record Retained(Money penalty, Money compensation) {}

    /// The same, with what the office pays on top where it is at fault.
    public Booked settle(Deal deal, What what, Retained retained) {
        var postings = new ArrayList<Posting>();
        var toKeep = retained.penalty();
        var owedBack = Money.ZERO;
        for (var balance : held(deal)) {
            postings.add(debit(balance.account(), balance.nature(), deal.id(), balance.amount()));
            var most = isForfeitable(balance) ? balance.amount() : Money.ZERO;
            var part = toKeep.isMoreThan(most) ? most : toKeep;
            if (part.isPositive()) {
                postings.add(credit(Account.PENALTIES, Nature.PENALTY, deal.id(), part));
                toKeep = toKeep.minus(part);
            }
            var rest = balance.amount().minus(part);
            if (rest.isPositive()) {
                postings.add(credit(Account.REFUNDS_PAYABLE, balance.nature(), deal.id(), rest));
                owedBack = owedBack.plus(rest);
            }
        }
        if (toKeep.isPositive()) {
            throw new IllegalArgumentException("a penalty above what the buyers paid in");
        }
        if (retained.compensation().isPositive()) {
            postings.add(debit(Account.PENALTIES, Nature.PENALTY, deal.id(), retained.compensation()));
            postings.add(credit(Account.REFUNDS_PAYABLE, Nature.PENALTY, deal.id(), retained.compensation()));
            owedBack = owedBack.plus(retained.compensation());
        }
        return new Booked(what.name(), owedBack, ledger.enter(deal, what, postings));
    }

    /// SWP-3: the deposits go over to the deal that continues this one.
    public Booked carryOver(Deal from, Deal to) {
        var deposits = ledger.owed(from, Account.DEPOSITS);
        var postings = new ArrayList<Posting>();
        for (var balance : deposits) {
            postings.add(debit(Account.DEPOSITS, balance.nature(), from.id(), balance.amount()));
            postings.add(credit(Account.DEPOSITS, balance.nature(), to.id(), balance.amount()));
        }
        return new Booked("SWAP", total(deposits), ledger.enter(from, What.SWAP, postings));
    }

    /// RFD-2: everything that is owed back leaves the supervised account.
    public Booked payOut(Deal deal, String payoutRecord) {
        var owed = ledger.owed(deal, Account.REFUNDS_PAYABLE);
        var postings = new ArrayList<Posting>();
        for (var balance : owed) {
            postings.add(debit(Account.REFUNDS_PAYABLE, balance.nature(), deal.id(), balance.amount()));
            postings.add(credit(Account.SUPERVISED_BANK, balance.nature(), deal.id(), balance.amount()));
        }
        return new Booked(payoutRecord, total(owed), ledger.enter(deal, What.PAYOUT, postings));
    }

    private static boolean isForfeitable(OwedByNature balance) {
        return switch (balance.nature()) {
            case DEPOSIT, PRICE -> true;
            case ADVANCE, LOAN, PENALTY, LATE_FEE, COLLECTED_FOR_OTHERS, TRANSFER -> false;
        };
    }

    private List<OwedByNature> held(Deal deal) {
        return Stream.concat(
                        ledger.owed(deal, Account.DEPOSITS).stream(),
                        ledger.owed(deal, Account.PRICE_RECEIVED).stream())
                .toList();
    }

    private static Money total(List<OwedByNature> balances) {
        return Money.sum(balances.stream().map(OwedByNature::amount).toList());
    }
}
