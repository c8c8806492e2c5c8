package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.kit.name.Names;

/// A field that a signer must fill in to approve, e.g. finance's `payoutOn` on a refund (RFD-1).
public record AddedField(
        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{0,39}") String name,
        @NotNull Type type) {
    public enum Type {
        /// Up to 200 characters
        TEXT,
        /// Like 2026-11-30
        DATE,
        /// Today or later, within ten years
        COMING_DATE,
        /// Like 1250.00
        MONEY
    }

    private static final int YEARS_TO_COME = 10;

    /// @throws org.anchang.kit.problem.Refused FIELD_NOT_UNDERSTOOD
    public void mustUnderstand(String value, LocalDate today) {
        var understood =
                switch (type) {
                    case TEXT -> !Names.isUnseen(value) && value.length() <= 200;
                    case DATE -> date(value).isPresent();
                    case COMING_DATE -> date(value).filter(day -> isComing(day, today)).isPresent();
                    case MONEY -> value.matches("\\d{1,12}(\\.\\d{1,2})?");
                };
        if (!understood) {
            throw refuse(ApprovalRefusal.FIELD_NOT_UNDERSTOOD)
                    .with("field", name)
                    .with("expected", type)
                    .with("earliest", today);
        }
    }

    private static boolean isComing(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && day.isBefore(today.plusYears(YEARS_TO_COME));
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(value).filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d")).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
