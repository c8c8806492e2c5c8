package org.anchang.deal.receipt;

import static org.anchang.kit.problem.Refused.refuseIf;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Size;
import org.anchang.deal.DealRefusal;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.kit.name.Names;
import org.anchang.kit.name.Seen;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// DEP-5: how money came in, and so on which account it stands.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Method.Pos.class, name = "POS"),
    @JsonSubTypes.Type(value = Method.BankTransfer.class, name = "BANK_TRANSFER"),
    @JsonSubTypes.Type(value = Method.Cash.class, name = "CASH")
})
@Schema(
        name = "PaymentMethod",
        oneOf = {Method.Pos.class, Method.BankTransfer.class, Method.Cash.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "POS", schema = Method.Pos.class),
            @DiscriminatorMapping(value = "BANK_TRANSFER", schema = Method.BankTransfer.class),
            @DiscriminatorMapping(value = "CASH", schema = Method.Cash.class)
        })
public sealed interface Method {
    /// As answers and events name it.
    @Schema(name = "PaymentMethodType")
    enum Type {
        POS,
        BANK_TRANSFER,
        CASH
    }

    /// By card at the office's terminal.
    ///
    /// @param accountNumber of the office's account that it goes to
    record Pos(
            @Nullable @Size(max = 60) String slip,
            @Nullable @Size(max = 60) String accountNumber) implements Method {}

    /// To the supervised account, against the bank's slip.
    ///
    /// @param accountNumber   of the supervised account; each permit may have its own
    /// @param sameSlipBecause why money is taken once more on a slip that was used for this account before
    record BankTransfer(
            @Nullable @Size(max = 60) String slip,
            @Nullable @Size(max = 60) String accountNumber,
            @Nullable @Seen @Size(max = 500) String sameSlipBecause)
            implements Method {
        /// @throws org.anchang.kit.problem.Refused SLIP_NUMBER_MISSING for a transfer that nobody could find again
        void mustBeTraceable() {
            refuseIf(slip == null || Names.isUnseen(slip), DealRefusal.SLIP_NUMBER_MISSING);
        }
    }

    record Cash() implements Method {
        @Override
        public @Nullable String slip() {
            return null;
        }

        @Override
        public @Nullable String accountNumber() {
            return null;
        }
    }

    default Account account() {
        return switch (this) {
            case Pos _ -> Account.POS;
            case BankTransfer _ -> Account.SUPERVISED_BANK;
            case Cash _ -> Account.CASH;
        };
    }

    default Type type() {
        return switch (this) {
            case Pos _ -> Type.POS;
            case BankTransfer _ -> Type.BANK_TRANSFER;
            case Cash _ -> Type.CASH;
        };
    }

    @Nullable
    String slip();

    /// The number of the account that the money went to, where somebody wrote it down.
    @Nullable
    String accountNumber();
}
