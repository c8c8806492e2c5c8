package org.anchang.inventory.price.adjustment;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// INV-2: how an adjustment makes a new price out of an old one.
///
/// @param value     per cent, or CNY; below zero where prices go down
/// @param baseFloor of a floor ladder: the floor above which it counts
/// @param roundTo   the new unit price (of a whole unit: its total) is rounded HALF_UP to a multiple of it; a cent
///     if left out
public record PriceRule(
        @NotNull Kind kind,
        @NotNull @Digits(integer = 8, fraction = 4) BigDecimal value,
        @Nullable Integer baseFloor,
        @Nullable @Digits(integer = 8, fraction = 2) BigDecimal roundTo) {
    /// What [#value] is.
    @Schema(name = "PriceRuleKind")
    public enum Kind {
        PERCENT,
        /// CNY a m².
        PER_SQUARE_METRE,
        /// CNY a unit.
        PER_UNIT,
        /// CNY a m² for each floor above the base floor.
        FLOOR_LADDER
    }

    /// Why a unit is left out of an adjustment.
    public enum LeftOutOfAdjustment {
        SOLD,
        PRICE_STAYS,
        FLOOR_IS_NO_NUMBER,
        /// It would be nothing, less than nothing, or beyond all measure.
        PRICE_NOT_POSSIBLE,
        /// It is another than the preview's.
        PRICE_HAS_CHANGED,
        BELOW_FLOOR_PRICE
    }

    /// A unit as it is priced.
    ///
    /// @param area     what the unit price is multiplied by; one for a whole unit
    /// @param building building area in m²
    record PricedUnit(Basis basis, Money unitPrice, Money total, PricedAreas areas, String floor) {}

    record PricedAreas(BigDecimal priced, BigDecimal building) {}

    /// A new price, or why there is none.
    sealed interface Applied {
        record NewPrice(Money unitPrice, Money total) implements Applied {}

        record None(LeftOutOfAdjustment reason) implements Applied {}
    }

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = new BigDecimal("100000000");

    private static final BigDecimal LARGEST_TOTAL = new BigDecimal("100000000000");

    /// @throws org.anchang.kit.problem.Refused ADJUSTMENT_NOT_POSSIBLE
    void mustBePossible() {
        refuseUnless(
                (kind != Kind.FLOOR_LADDER || baseFloor != null) && (roundTo == null || roundTo.compareTo(CENT) >= 0),
                InventoryRefusal.ADJUSTMENT_NOT_POSSIBLE);
    }

    Applied apply(PricedUnit unit) {
        var steps = steps(unit.floor());
        if (steps.isEmpty()) {
            return new Applied.None(LeftOutOfAdjustment.FLOOR_IS_NO_NUMBER);
        }
        var raw =
                switch (kind) {
                    case PERCENT ->
                        unit.unitPrice().amount().multiply(HUNDRED.add(value)).divide(HUNDRED, MathContext.DECIMAL64);
                    case PER_SQUARE_METRE -> perSquareMetre(unit, value);
                    case PER_UNIT -> perUnit(unit);
                    case FLOOR_LADDER -> perSquareMetre(unit, value.multiply(BigDecimal.valueOf(steps.get())));
                };
        var rounded = rounded(raw);
        if (rounded.signum() <= 0 || rounded.compareTo(LARGEST) >= 0) {
            return new Applied.None(LeftOutOfAdjustment.PRICE_NOT_POSSIBLE);
        }
        var price = Money.rounded(rounded);
        var total = price.times(unit.areas().priced());
        if (!total.isPositive() || total.amount().compareTo(LARGEST_TOTAL) >= 0) {
            return new Applied.None(LeftOutOfAdjustment.PRICE_NOT_POSSIBLE);
        }
        return price.equals(unit.unitPrice())
                ? new Applied.None(LeftOutOfAdjustment.PRICE_STAYS)
                : new Applied.NewPrice(price, total);
    }

    /// How many floors above the base; zero for all other kinds of rule, and at or below it. Empty where the floor
    /// is no number.
    private Optional<Integer> steps(String floor) {
        if (kind != Kind.FLOOR_LADDER || baseFloor == null) {
            return Optional.of(0);
        }
        return floor.matches("-?\\d{1,4}")
                ? Optional.of(Math.max(0, Integer.parseInt(floor) - baseFloor))
                : Optional.empty();
    }

    private static BigDecimal perSquareMetre(PricedUnit unit, BigDecimal amount) {
        var added =
                unit.basis() == Basis.WHOLE_UNIT ? amount.multiply(unit.areas().building()) : amount;
        return unit.unitPrice().amount().add(added);
    }

    private BigDecimal perUnit(PricedUnit unit) {
        return unit.total().amount().add(value).divide(unit.areas().priced(), MathContext.DECIMAL64);
    }

    private BigDecimal rounded(BigDecimal price) {
        var step = roundTo == null ? CENT : roundTo;
        return price.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }
}
