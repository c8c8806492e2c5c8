package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.kit.name.Names;

/// A field that a signer must fill in to approve, e.g. finance's `payoutOn` on a refund (RFD-1).
public record AddedField(
        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{0,39}") String name,
        @NotNull Type type) {
    public enum Type {
        TEXT("a text of up to 200 characters"),
        DATE("a date like 2026-11-30"),
        MONEY("an amount like 1250.00");

        private final String expected;

        Type(String expected) {
            this.expected = expected;
        }
    }

    /// @throws org.anchang.kit.problem.Refused FIELD_NOT_UNDERSTOOD
    public void mustUnderstand(String value) {
        var understood =
                switch (type) {
                    case TEXT -> !Names.isUnseen(value) && value.length() <= 200;
                    case DATE -> isDate(value);
                    case MONEY -> value.matches("\\d{1,12}(\\.\\d{1,2})?");
                };
        if (!understood) {
            throw refuse(ApprovalRefusal.FIELD_NOT_UNDERSTOOD)
                    .with("field", name)
                    .with("expected", type.expected);
        }
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
