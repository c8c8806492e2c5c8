package org.anchang.kit.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An amount in CNY with exactly two decimals. JSON and the database see a decimal, JSON as a string.
///
/// Reading an amount with more than two decimals is refused rather than rounded: what a person typed is
/// what counts. Only [#times] and [#percent] round, HALF_UP.
@Schema(
        type = SchemaType.STRING,
        format = "decimal",
        pattern = Money.WRITTEN,
        examples = "1250000.00",
        description = "CNY; in a request never below zero")
public record Money(BigDecimal amount) implements Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);
    /// As the `numeric(14,2)` columns hold it. Without an exponent: a short text must not make a long number.
    static final String WRITTEN = "^-?\\d{1,12}(\\.\\d{1,2})?$";

    private static final Pattern FORM = Pattern.compile(WRITTEN);

    /// @throws ArithmeticException if `amount` has more than two decimals
    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /// @throws NumberFormatException if the text is not up to twelve digits and up to two decimals
    @JsonCreator
    public static Money of(String amount) {
        if (!FORM.matcher(amount).matches()) {
            throw new NumberFormatException("not an amount of money");
        }
        return new Money(new BigDecimal(amount));
    }

    /// Rounds HALF_UP to cents.
    public static Money rounded(BigDecimal amount) {
        return new Money(amount.setScale(2, RoundingMode.HALF_UP));
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    /// This amount times a quantity or rate, rounded HALF_UP to cents.
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor));
    }

    /// `percent` per cent of this amount, rounded HALF_UP to cents.
    public Money percent(BigDecimal percent) {
        return rounded(amount.multiply(percent).movePointLeft(2));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @JsonValue
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
