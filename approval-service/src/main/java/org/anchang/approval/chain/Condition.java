package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.anchang.approval.ApprovalRefusal;

/// APR-1: when a step is needed, as a comparison of the form's fields: `discountPercent > 2`,
/// `basis = LOAN_REFUSED and penalty < 10000`. A field that the form does not have makes the step needed:
/// rather one
/// signature too many than one that was forgotten.
public record Condition(List<Comparison> all) {
    private static final Pattern COMPARISON =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*) *(>=|<=|!=|>|<|=) *([A-Za-z0-9_.-]+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /// One field against one value.
    record Comparison(String field, Sign sign, Against against) {
        boolean holds(String actual) {
            var value = against.value();
            if (NUMBER.matcher(value).matches() && NUMBER.matcher(actual).matches()) {
                return sign.accepts(new BigDecimal(actual).compareTo(new BigDecimal(value)));
            }
            return switch (sign) {
                case EQUAL -> actual.equals(value);
                case UNEQUAL -> !actual.equals(value);
                // Not numbers, though a number is asked for: as with a missing field.
                case MORE, LESS, MORE_OR_EQUAL, LESS_OR_EQUAL -> true;
            };
        }
    }

    record Against(String value) {}

    enum Sign {
        MORE(">"),
        LESS("<"),
        MORE_OR_EQUAL(">="),
        LESS_OR_EQUAL("<="),
        EQUAL("="),
        UNEQUAL("!=");

        private final String written;

        Sign(String written) {
            this.written = written;
        }

        boolean accepts(int comparison) {
            return switch (this) {
                case MORE -> comparison > 0;
                case LESS -> comparison < 0;
                case MORE_OR_EQUAL -> comparison >= 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case EQUAL -> comparison == 0;
                case UNEQUAL -> comparison != 0;
            };
        }

        static Sign of(String written) {
            return Arrays.stream(values())
                    .filter(sign -> sign.written.equals(written))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// @throws org.anchang.kit.problem.Refused CONDITION_NOT_UNDERSTOOD
    public static Condition read(String text) {
        return new Condition(Arrays.stream(text.strip().split(" +and +"))
                .map(part -> comparison(part, text))
                .toList());
    }

    /// @param field finds a field's value by its name, null if there is none
    public boolean holds(UnaryOperator<String> field) {
        return all.stream().allMatch(comparison -> {
            var actual = field.apply(comparison.field());
            return actual == null || actual.isBlank() || comparison.holds(actual);
        });
    }

    private static Comparison comparison(String part, String whole) {
        var matcher = COMPARISON.matcher(part.strip());
        if (!matcher.matches()) {
            throw refuse(ApprovalRefusal.CONDITION_NOT_UNDERSTOOD).with("condition", whole);
        }
        return new Comparison(matcher.group(1), Sign.of(matcher.group(2)), new Against(matcher.group(3)));
    }
}
