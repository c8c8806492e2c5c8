package org.anchang.customer.dossier.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.clock.OfficeYears;
import org.anchang.kit.name.Names;

/// What a field of the dossier holds.
public enum FieldType {
    TEXT,
    NUMBER,
    DATE,
    ONE_OF,
    MANY_OF,
    YES_NO;

    private static final int LONGEST_NUMBER = 15;

    /// CUS-5: whether it makes groups that can be counted: answers, or ranges of numbers and dates.
    public boolean makesGroups() {
        return this != TEXT;
    }

    /// CUS-5: whether its groups are ranges.
    public boolean hasRanges() {
        return this == NUMBER || this == DATE;
    }

    boolean hasOptions() {
        return this == ONE_OF || this == MANY_OF;
    }

    /// The value as it is kept, in one form; nothing where it is none of this type.
    ///
    /// @param value  what was written, of all types but MANY_OF
    /// @param chosen of MANY_OF
    Optional<String> read(String value, List<String> chosen, List<String> options) {
        if (this == MANY_OF) {
            return Optional.of(options.stream().filter(chosen::contains).toList())
                    .filter(kept -> value.isEmpty() && !kept.isEmpty() && options.containsAll(chosen))
                    .map(kept -> String.join(",", kept));
        }
        return chosen.isEmpty() ? single(Names.trimmed(value), options) : Optional.empty();
    }

    private Optional<String> single(String value, List<String> options) {
        try {
            return switch (this) {
                case TEXT -> Optional.of(value);
                case NUMBER ->
                    Optional.of(value)
                            .filter(number -> number.length() <= LONGEST_NUMBER && number.matches("\\d+(\\.\\d+)?"))
                            .map(number ->
                                    new BigDecimal(number).stripTrailingZeros().toPlainString());
                case DATE ->
                    Optional.of(LocalDate.parse(value))
                            .filter(OfficeYears::have)
                            .map(LocalDate::toString);
                case ONE_OF -> Optional.of(value).filter(options::contains);
                case YES_NO -> Optional.of(value).filter(List.of("true", "false")::contains);
                case MANY_OF -> Optional.empty();
            };
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
