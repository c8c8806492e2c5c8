package org.anchang.inventory.price.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.adjustment.PriceRule.Applied;
import org.anchang.inventory.price.adjustment.PriceRule.Kind;
import org.anchang.inventory.price.adjustment.PriceRule.LeftOutOfAdjustment;
import org.anchang.inventory.price.adjustment.PriceRule.PricedAreas;
import org.anchang.inventory.price.adjustment.PriceRule.PricedUnit;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRuleRulesTest {
    private static final PricedAreas AREAS = new PricedAreas(new BigDecimal("89.56"), new BigDecimal("89.56"));

    @ParameterizedTest(name = "{0} {1} from floor {2} rounded to {3}: {4}")
    @CsvSource({
        "PERCENT,          2,     ,     , 10200.02, 913513.79",
        "PERCENT,         -1.5,   , 10  , 9850.00,  882166.00",
        "PER_SQUARE_METRE, 150,   ,     , 10150.02, 909035.79",
        "PER_SQUARE_METRE,-150.015,,    , 9850.01,  882166.90",
        "PER_UNIT,         5000,  ,     , 10055.85, 900601.93",
        "PER_UNIT,         5000,  , 1   , 10056.00, 900615.36",
        "FLOOR_LADDER,     30,   8,     , 10090.02, 903662.19",
        "FLOOR_LADDER,    -30,  10, 0.05, 9970.00,  892913.20"
    })
    @DisplayName(
            "INV-2 a rule makes the unit price of a home that is priced by its area; its total follows to the cent")
    void byArea(
            Kind kind,
            BigDecimal value,
            @Nullable Integer baseFloor,
            @Nullable BigDecimal roundTo,
            String price,
            String total) {
        var home = new PricedUnit(Basis.BUILDING_AREA, Money.of("10000.02"), Money.of("895601.79"), AREAS, "11");

        assertThat(new PriceRule(kind, value, baseFloor, roundTo).apply(home))
                .isEqualTo(new Applied.NewPrice(Money.of(price), Money.of(total)));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"PERCENT, 10, 165000.00", "PER_UNIT, -10000, 140000.00", "PER_SQUARE_METRE, 100, 151250.00"})
    @DisplayName(
            "INV-10 of a unit that is priced as a whole the rule makes the total; an amount a m² goes by its building area")
    void asAWhole(Kind kind, BigDecimal value, String total) {
        var areas = new PricedAreas(BigDecimal.ONE, new BigDecimal("12.50"));
        var space = new PricedUnit(Basis.WHOLE_UNIT, Money.of("150000.00"), Money.of("150000.00"), areas, "B1");

        assertThat(new PriceRule(kind, value, null, null).apply(space))
                .isEqualTo(new Applied.NewPrice(Money.of(total), Money.of(total)));
    }

    @Test
    @DisplayName("INV-2 a ladder leaves the base floor and those below it as they are, and floors that are no numbers")
    void ladder() {
        var rule = new PriceRule(Kind.FLOOR_LADDER, new BigDecimal("30"), 5, null);

        assertThat(rule.apply(onFloor("5"))).isEqualTo(new Applied.None(LeftOutOfAdjustment.PRICE_STAYS));
        assertThat(rule.apply(onFloor("-1"))).isEqualTo(new Applied.None(LeftOutOfAdjustment.PRICE_STAYS));
        assertThat(rule.apply(onFloor("3A"))).isEqualTo(new Applied.None(LeftOutOfAdjustment.FLOOR_IS_NO_NUMBER));
        assertThat(rule.apply(onFloor("地下"))).isEqualTo(new Applied.None(LeftOutOfAdjustment.FLOOR_IS_NO_NUMBER));
        assertThat(rule.apply(onFloor("6"))).isInstanceOf(Applied.NewPrice.class);
    }

    @Test
    @DisplayName("INV-2 no price becomes nothing, less than nothing, or what nobody could write down")
    void notPossible() {
        assertThat(new PriceRule(Kind.PERCENT, new BigDecimal("-100"), null, null).apply(onFloor("1")))
                .isEqualTo(new Applied.None(LeftOutOfAdjustment.PRICE_NOT_POSSIBLE));
        assertThat(new PriceRule(Kind.PER_UNIT, new BigDecimal("-895601.79"), null, null).apply(onFloor("1")))
                .isEqualTo(new Applied.None(LeftOutOfAdjustment.PRICE_NOT_POSSIBLE));
        assertThat(new PriceRule(Kind.PER_SQUARE_METRE, new BigDecimal("99999999"), null, null).apply(onFloor("1")))
                .isEqualTo(new Applied.None(LeftOutOfAdjustment.PRICE_NOT_POSSIBLE));
    }

    @Test
    @DisplayName("INV-2 a ladder needs its base floor, and a price is no finer than a cent")
    void possible() {
        assertRefused(new PriceRule(Kind.FLOOR_LADDER, BigDecimal.ONE, null, null));
        assertRefused(new PriceRule(Kind.PERCENT, BigDecimal.ONE, null, new BigDecimal("0.001")));
        assertRefused(new PriceRule(Kind.PERCENT, BigDecimal.ONE, null, BigDecimal.ZERO));
        assertThatCode(() -> new PriceRule(Kind.PERCENT, BigDecimal.ONE, null, new BigDecimal("0.01")).mustBePossible())
                .doesNotThrowAnyException();
    }

    private static PricedUnit onFloor(String floor) {
        return new PricedUnit(Basis.BUILDING_AREA, Money.of("10000.02"), Money.of("895601.79"), AREAS, floor);
    }

    private static void assertRefused(PriceRule rule) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(rule::mustBePossible)
                .matches(refused -> refused.refusal() == InventoryRefusal.ADJUSTMENT_NOT_POSSIBLE);
    }
}
