package org.anchang.deal.mortgage;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.HappenedOn;
import org.anchang.deal.contract.PaymentScheme;
import org.anchang.deal.evidence.Booked;
import org.anchang.events.DealEvent.LoanApproved;
import org.anchang.events.DealEvent.LoanDisbursed;
import org.anchang.events.DealEvent.LoanRefused;
import org.anchang.events.DealEvent.MortgageCancelled;
import org.anchang.events.DealEvent.MortgageSubmitted;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.Rule;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CON-3: a deal's mortgage, from the checklist of documents to the bank's money.
@Entity
@Table(name = "mortgage")
public class MortgageFile {
    public enum MortgageState {
        COLLECTING,
        SUBMITTED,
        APPROVED,
        REFUSED,
        DISBURSED,
        CANCELLED
    }

    @Id
    private UUID id;

    private UUID deal;
    private String project;
    private String bank;
    private Money loanAmount;
    private @Nullable Money approvedAmount;

    @Enumerated(EnumType.STRING)
    private MortgageState state;

    private Instant stateSince;
    private @Nullable String reason;

    private @Nullable LocalDate cancelledOn;

    @Version
    private long version;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "mortgage", nullable = false, updatable = false)
    @OrderBy("position")
    private List<MortgageDocument> documents = new ArrayList<>();

    protected MortgageFile() {}

    static MortgageFile open(Deal deal, PaymentScheme.Mortgage scheme, Instant at) {
        var file = new MortgageFile();
        file.id = Ids.next();
        file.deal = deal.id();
        file.project = deal.project();
        file.bank = scheme.bank();
        file.loanAmount = scheme.loanAmount();
        file.state = MortgageState.COLLECTING;
        file.stateSince = at;
        for (var document : scheme.documents()) {
            file.documents.add(MortgageDocument.wanted(file.documents.size(), document));
        }
        return file;
    }

    /// The date of each submission is kept against its deadline.
    void hand(String name, LocalDate today, String receivedBy) {
        expect(MortgageState.COLLECTING);
        documents.stream()
                .filter(document -> Names.key(document.name()).equals(Names.key(name)))
                .findFirst()
                .orElseThrow(() -> refuse(DealRefusal.DOCUMENT_NOT_ON_CHECKLIST)
                        .with(
                                "documents",
                                documents.stream().map(MortgageDocument::name).toList()))
                .handedIn(today, receivedBy);
    }

    /// All true copies go to the bank's officer. After the bank's refusal they may go there once more.
    MortgageSubmitted submit(Instant at) {
        expect(MortgageState.COLLECTING, MortgageState.REFUSED);
        var missing = documents.stream()
                .filter(document -> document.submittedOn() == null)
                .map(MortgageDocument::name)
                .toList();
        if (!missing.isEmpty()) {
            throw refuse(DealRefusal.DOCUMENTS_INCOMPLETE).with("missing", missing);
        }
        move(MortgageState.SUBMITTED, at);
        return new MortgageSubmitted(deal, project, at, bank, loanAmount.amount());
    }

    LoanApproved approve(Money amount, Instant at) {
        expect(MortgageState.SUBMITTED);
        refuseUnless(amount.isPositive(), DealRefusal.AMOUNT_IS_NOT_POSITIVE);
        refuseIfAbove(loanAmount, amount);
        approvedAmount = amount;
        move(MortgageState.APPROVED, at);
        return new LoanApproved(deal, project, at, bank, amount.amount());
    }

    private static void refuseIfAbove(Money most, Money amount) {
        if (amount.isMoreThan(most)) {
            throw refuse(DealRefusal.LOAN_ABOVE_CONTRACT).with("loanAmount", most);
        }
    }

    /// Why a bank takes somebody for a bad risk is told to nobody else (CUS-6).
    LoanRefused refused(String why, Sealing sealing, Instant at) {
        expect(MortgageState.SUBMITTED);
        reason = sealing.seal(why, reasonPlace());
        move(MortgageState.REFUSED, at);
        return new LoanRefused(deal, project, at, bank, "REFUSED_BY_BANK");
    }

    void mayDisburse(Money amount) {
        expect(MortgageState.APPROVED);
        refuseUnless(amount.isPositive(), DealRefusal.AMOUNT_IS_NOT_POSITIVE);
        refuseIfAbove(requireNonNull(approvedAmount), amount);
    }

    /// The bank's money is on the supervised account.
    LoanDisbursed disburse(Booked booked, Instant at) {
        mayDisburse(booked.amount());
        move(MortgageState.DISBURSED, at);
        return new LoanDisbursed(
                deal,
                project,
                at,
                booked.amount().amount(),
                booked.receipt(),
                booked.entry(),
                booked.payer(),
                booked.account());
    }

    /// RFD-2: the bank has given up its loan and its right in the home.
    MortgageCancelled cancel(LocalDate on, String why, Sealing sealing, Instant at) {
        expect(MortgageState.DISBURSED);
        new HappenedOn(on, OfficeClock.dateOf(stateSince), OfficeClock.dateOf(at)).mustBePossible(Rule.RFD_2);
        cancelledOn = on;
        reason = sealing.seal(why, reasonPlace());
        move(MortgageState.CANCELLED, at);
        return new MortgageCancelled(deal, project, at, bank, on, "CANCELLED_BY_BANK");
    }

    private void expect(MortgageState... expected) {
        if (!List.of(expected).contains(state)) {
            throw refuse(DealRefusal.MORTGAGE_STATE_DOES_NOT_ALLOW).with("state", state.name());
        }
    }

    private void move(MortgageState next, Instant at) {
        state = next;
        stateSince = at;
    }

    UUID id() {
        return id;
    }

    String bank() {
        return bank;
    }

    Money loanAmount() {
        return loanAmount;
    }

    @Nullable
    Money approvedAmount() {
        return approvedAmount;
    }

    MortgageState state() {
        return state;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /// Where the reason is sealed.
    Place reasonPlace() {
        return new Place("mortgage", "reason", id);
    }

    List<MortgageDocument> documents() {
        return List.copyOf(documents);
    }
}
