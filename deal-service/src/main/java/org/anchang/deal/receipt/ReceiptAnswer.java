package org.anchang.deal.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealAction;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A receipt as it is answered; the payer stays sealed.
public record ReceiptAnswer(
        UUID id,
        String number,
        String project,
        UUID deal,
        Receipt.Kind kind,
        Nature nature,
        Money amount,

        @Schema(enumeration = {"POS", "BANK_TRANSFER", "CASH"}) @Nullable
        String method,

        @Nullable String slip,
        @Nullable String sameSlipBecause,
        @Nullable Account account,
        @Nullable String accountNumber,
        Receipt.State state,
        @Nullable String reason,
        @Nullable UUID exchangedFor,
        boolean collection,
        String issuedBy,
        Instant issuedAt,
        List<Action> actions) {
    public static ReceiptAnswer of(Receipt receipt) {
        return of(receipt, false);
    }

    /// @param yours whether the caller may void it
    public static ReceiptAnswer of(Receipt receipt, boolean yours) {
        var voidable = receipt.isValid() && receipt.kind() == Receipt.Kind.PAYMENT;
        return new ReceiptAnswer(
                receipt.id(),
                receipt.number(),
                receipt.project(),
                receipt.deal(),
                receipt.kind(),
                receipt.nature(),
                receipt.amount(),
                receipt.method(),
                receipt.slip(),
                receipt.sameSlipBecause(),
                receipt.account(),
                receipt.accountNumber(),
                receipt.state(),
                receipt.reason(),
                receipt.exchangedFor(),
                receipt.kind().isCollection(),
                receipt.issuedBy(),
                receipt.issuedAt(),
                voidable
                        ? List.of(Action.post(
                                DealAction.VOID, "/api/v1/receipts/" + receipt.id() + "/void", yours, Role.FINANCE))
                        : List.of());
    }
}
