package org.anchang.commission.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.EarnedWhen;
import org.anchang.commission.Payout;
import org.anchang.events.ProductType;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRulesTest {
    private static final Payout AT_ONCE = payout("100", "0", "0");

    @ParameterizedTest(name = "{0} at {1} has {2} per cent")
    @CsvSource({
        "RESIDENCE, 999999.99,  0.80",
        "RESIDENCE, 1000000.00, 1.00",
        "RESIDENCE, 2000000.00, 1.00",
        "SHOP,      500000.00,  2.00",
        "SHOP,      3000000.00, 2.00",
        "OTHER,     10.00,      0.80"
    })
    @DisplayName("COM-3 the rate follows product type and tier; the own type goes before a higher general tier")
    void rateByTypeAndTier(String type, String total, String rate) {
        var plan = published(
                AT_ONCE, line(null, null, "0.80"), line(null, "1000000.00", "1.00"), line("SHOP", null, "2.00"));

        assertThat(plan.tariffFor(type, Money.of(total)).rate()).isEqualByComparingTo(rate);
    }

    @Test
    @DisplayName("COM-3 a deal that no line of the plan is about earns nothing")
    void noLine() {
        var plan = published(AT_ONCE, line("SHOP", null, "2.00"));

        assertThat(plan.tariffFor("RESIDENCE", Money.of("1000000.00")).rate()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("COM-3 the parts paid out must be the whole")
    void payoutMustBeWhole() {
        assertRefused(CommissionRefusal.PAYOUT_DOES_NOT_ADD_UP, payout("60", "39.99", "0"), line(null, null, "1"));
        assertThat(published(payout("60", "20", "20"), line(null, null, "1")).lines())
                .hasSize(1);
    }

    @Test
    @DisplayName("COM-3 two lines for the same type and tier are refused")
    void linesMeet() {
        assertRefused(
                CommissionRefusal.PLAN_LINES_MEET_TWICE, AT_ONCE, line("SHOP", "0.00", "1"), line("SHOP", null, "2"));
        assertRefused(CommissionRefusal.PLAN_HAS_NO_LINES, AT_ONCE);
    }

    private static void assertRefused(CommissionRefusal refusal, Payout payout, PlanLine... lines) {
        assertThatThrownBy(() -> published(payout, lines))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static Plan published(Payout payout, PlanLine... lines) {
        return Plan.published(
                new Plan.Terms("songfeng", LocalDate.of(2026, 11, 1), EarnedWhen.SIGNED, payout, List.of(lines)),
                1,
                "zhao.gang",
                Instant.EPOCH);
    }

    private static PlanLine line(@Nullable String type, @Nullable String from, String rate) {
        return new PlanLine(
                type == null ? null : ProductType.valueOf(type), from == null ? null : Money.of(from), new BigDecimal(rate));
    }

    private static Payout payout(String atEarning, String withFiling, String withCollections) {
        return new Payout(new BigDecimal(atEarning), new BigDecimal(withFiling), new BigDecimal(withCollections));
    }
}
