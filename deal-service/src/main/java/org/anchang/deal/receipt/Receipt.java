package org.anchang.deal.receipt;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// DEP-5: a numbered receipt. It is never removed and its number never used again; a voided one stays with its
/// reason.
@Entity
public class Receipt {
    public enum ReceiptKind {
        DEPOSIT,
        PAYMENT,
        LOAN,
        /// CON-2: in exchange for the deposit receipts; no money came in
        PURCHASE,
        /// SWP-3: in exchange for the receipts of the deal before; no money came in
        CARRIED_OVER;

        /// The sheet on which it is written.
        public String paper() {
            return switch (this) {
                case DEPOSIT, CARRIED_OVER -> "deposit-receipt";
                case PAYMENT, LOAN, PURCHASE -> "purchase-receipt";
            };
        }

        public boolean isCollection() {
            return switch (this) {
                case DEPOSIT, PAYMENT, LOAN -> true;
                case PURCHASE, CARRIED_OVER -> false;
            };
        }
    }

    public enum ReceiptState {
        VALID,
        VOIDED,
        /// Taken back for another one
        EXCHANGED
    }

    /// Its place in a book.
    public record Number(UUID book, int serial, String label) {}

    /// What is written on it.
    public record Content(
            ReceiptKind kind,
            Nature nature,
            Money amount,
            @Nullable Method method,
            @Nullable String sealedPayer,
            @Nullable UUID entry) {}

    /// By hand; what was written about it stays here, sealed (CUS-6).
    static final String VOIDED = "VOIDED";

    @Id
    private UUID id;

    private String project;
    private UUID book;
    private int serial;
    private String number;
    private UUID deal;

    @Enumerated(EnumType.STRING)
    private ReceiptKind kind;

    @Enumerated(EnumType.STRING)
    private Nature nature;

    private Money amount;

    @Enumerated(EnumType.STRING)
    private Method.@Nullable Type method;

    private @Nullable String slip;
    private @Nullable String sameSlipBecause;

    @Enumerated(EnumType.STRING)
    private @Nullable Account account;

    private @Nullable String accountNumber;
    private @Nullable String payerSealed;

    @Enumerated(EnumType.STRING)
    private ReceiptState state;

    private @Nullable UUID entry;
    private @Nullable String reason;
    private @Nullable String words;
    private @Nullable UUID exchangedFor;
    private String issuedBy;
    private Instant issuedAt;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    protected Receipt() {}

    /// Who writes it, and why on a slip that another one names already.
    record Writing(String by, Instant at, @Nullable String sameSlipBecause) {}

    static Receipt issued(Deal deal, Number number, Content content, Writing writing) {
        var receipt = new Receipt();
        receipt.id = Ids.next();
        receipt.project = deal.project();
        receipt.book = number.book();
        receipt.serial = number.serial();
        receipt.number = number.label();
        receipt.deal = deal.id();
        receipt.kind = content.kind();
        receipt.nature = content.nature();
        receipt.amount = content.amount();
        if (content.method() != null) {
            receipt.method = content.method().type();
            receipt.slip = content.method().slip();
            receipt.account = content.method().account();
            receipt.accountNumber = content.method().accountNumber();
        }
        receipt.payerSealed = content.sealedPayer();
        receipt.entry = content.entry();
        receipt.state = ReceiptState.VALID;
        receipt.sameSlipBecause = writing.sameSlipBecause();
        receipt.issuedBy = writing.by();
        receipt.issuedAt = writing.at();
        return receipt;
    }

    /// Stays with its reason.
    ///
    /// @param why a word, e.g. `LAPSED`
    void voided(String why, String by, Instant at) {
        end(ReceiptState.VOIDED, by, at);
        reason = why;
    }

    /// The same by hand.
    ///
    /// @param said what was written about it, sealed in [#wordsPlace]
    void voidedByHand(String said, String by, Instant at) {
        voided(VOIDED, by, at);
        words = said;
    }

    void exchangedFor(Receipt other, String by, Instant at) {
        end(ReceiptState.EXCHANGED, by, at);
        exchangedFor = other.id;
    }

    private void end(ReceiptState as, String by, Instant at) {
        refuseUnless(state == ReceiptState.VALID, DealRefusal.RECEIPT_HAS_ENDED);
        state = as;
        endedBy = by;
        endedAt = at;
    }

    public boolean isValid() {
        return state == ReceiptState.VALID;
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public String number() {
        return number;
    }

    public UUID deal() {
        return deal;
    }

    public ReceiptKind kind() {
        return kind;
    }

    public Nature nature() {
        return nature;
    }

    public Money amount() {
        return amount;
    }

    public Method.@Nullable Type method() {
        return method;
    }

    public @Nullable String slip() {
        return slip;
    }

    /// Why money was taken once more on a slip that was used for this account before.
    public @Nullable String sameSlipBecause() {
        return sameSlipBecause;
    }

    public @Nullable Account account() {
        return account;
    }

    /// Of the account that the money went to, where somebody wrote it down.
    public @Nullable String accountNumber() {
        return accountNumber;
    }

    /// Who paid, where that is not the buyer; sealed in the place that its entry names.
    public @Nullable String sealedPayer() {
        return payerSealed;
    }

    public ReceiptState state() {
        return state;
    }

    public @Nullable UUID entry() {
        return entry;
    }

    /// What was written about its end, or a word for it.
    public @Nullable String reason(Sealing sealing) {
        return words == null ? reason : sealing.open(words, wordsPlace());
    }

    /// Where what was written about its end is sealed.
    Place wordsPlace() {
        return new Place("receipt", "words", id);
    }

    public @Nullable UUID exchangedFor() {
        return exchangedFor;
    }

    public String issuedBy() {
        return issuedBy;
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
