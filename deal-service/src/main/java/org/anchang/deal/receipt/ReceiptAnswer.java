package org.anchang.deal.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealNames;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// A receipt as it is answered; the payer stays sealed.
///
/// @param ticket of its deal; so are `home`, `buyers` (masked) and `consultant`: in lists, where the deal does not
///     stand beside it; so stands `exchangedForNumber` in lists only
public record ReceiptAnswer(
        UUID id,
        String number,
        String project,
        UUID deal,
        @Nullable String ticket,
        @Nullable String home,
        @Nullable String buyers,
        @Nullable String consultant,
        ReceiptKind kind,
        Nature nature,
        Money amount,
        Method.@Nullable Type method,
        @Nullable String slip,
        @Nullable String sameSlipBecause,
        @Nullable Account account,
        @Nullable String accountNumber,
        ReceiptState state,
        @Nullable String reason,
        @Nullable UUID exchangedFor,
        @Nullable String exchangedForNumber,
        boolean collection,
        String issuedBy,
        Instant issuedAt,
        List<Action> actions) {
    /// What a list says of a receipt beside what is its own.
    ///
    /// @param reason opened
    /// @param prints how it is printed
    record Beside(
            DealNames.@Nullable Named deal,
            @Nullable String exchangedForNumber,
            @Nullable String reason,
            List<Action> prints) {
        static final Beside NOTHING = because(null);

        static Beside because(@Nullable String reason) {
            return new Beside(null, null, reason, List.of());
        }
    }

    private static final Offer VOID = Offer.of(DealAction.VOID, ReceiptResource.class, "voidReceipt");

    /// Of one that was just issued.
    public static ReceiptAnswer of(Receipt receipt) {
        return of(receipt, false);
    }

    /// @param yours whether the caller may void it
    public static ReceiptAnswer of(Receipt receipt, boolean yours) {
        return of(receipt, yours, Beside.NOTHING);
    }

    static ReceiptAnswer of(Receipt receipt, boolean yours, Beside beside) {
        var named = beside.deal();
        var voidable = receipt.isValid() && receipt.kind() == ReceiptKind.PAYMENT;
        return new ReceiptAnswer(
                receipt.id(),
                receipt.number(),
                receipt.project(),
                receipt.deal(),
                named == null ? null : named.ticket(),
                named == null ? null : named.home(),
                named == null ? null : named.buyers(),
                named == null ? null : named.consultant(),
                receipt.kind(),
                receipt.nature(),
                receipt.amount(),
                receipt.method(),
                receipt.slip(),
                receipt.sameSlipBecause(),
                receipt.account(),
                receipt.accountNumber(),
                receipt.state(),
                beside.reason(),
                receipt.exchangedFor(),
                beside.exchangedForNumber(),
                receipt.kind().isCollection(),
                receipt.issuedBy(),
                receipt.issuedAt(),
                Stream.concat(
                                voidable ? Stream.of(VOID.on(yours, receipt.id())) : Stream.empty(),
                                beside.prints().stream())
                        .toList());
    }
}
