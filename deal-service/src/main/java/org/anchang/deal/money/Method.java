package org.anchang.deal.money;

import static org.anchang.kit.problem.Refused.refuseIf;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.anchang.deal.DealRefusal;
import org.anchang.events.LedgerEntry.Account;
import org.jspecify.annotations.Nullable;

/// DEP-5: how money came in, and so on which account it stands.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Method.Pos.class, name = "POS"),
    @JsonSubTypes.Type(value = Method.BankTransfer.class, name = "BANK_TRANSFER"),
    @JsonSubTypes.Type(value = Method.Cash.class, name = "CASH")
})
public sealed interface Method {
    /// By card at the office's terminal.
    record Pos(@Nullable String slip) implements Method {}

    /// To the supervised account, against the bank's slip.
    record BankTransfer(@Nullable String slip) implements Method {}

    record Cash() implements Method {}

    default Account account() {
        return switch (this) {
            case Pos _ -> Account.POS;
            case BankTransfer _ -> Account.SUPERVISED_BANK;
            case Cash _ -> Account.CASH;
        };
    }

    default String type() {
        return switch (this) {
            case Pos _ -> "POS";
            case BankTransfer _ -> "BANK_TRANSFER";
            case Cash _ -> "CASH";
        };
    }

    default @Nullable String slipNumber() {
        return switch (this) {
            case Pos(var slip) -> slip;
            case BankTransfer(var slip) -> slip;
            case Cash _ -> null;
        };
    }

    /// @throws org.anchang.kit.problem.Refused SLIP_NUMBER_MISSING for a transfer that nobody could find again
    default void mustBeTraceable() {
        if (this instanceof BankTransfer(var slip)) {
            refuseIf(slip == null || slip.isBlank(), DealRefusal.SLIP_NUMBER_MISSING);
        }
    }
}
