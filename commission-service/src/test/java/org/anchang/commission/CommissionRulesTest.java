package org.anchang.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.anchang.events.CommissionEvent.CommissionAdjusted;
import org.anchang.events.CommissionEvent.CommissionEarned;
import org.anchang.events.CommissionEvent.CommissionReversed;
import org.anchang.events.CommissionEvent.Share;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommissionRulesTest {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");
    private static final LocalDate ON = LocalDate.of(2026, 11, 2);
    private static final List<Claim> LI_NA_ALONE = List.of(claim("li.na", "100"));
    private static final List<Claim> SPLIT = List.of(claim("li.na", "60"), claim("wang.wei", "40"));

    @Test
    @DisplayName("COM-1 the first consultant has the whole commission")
    void firstConsultantHasTheWhole() {
        var commission = expected("1000000.00", "1.00", EarnedWhen.SIGNED);

        commission.compute(LI_NA_ALONE, "ORDER_FORM_SIGNED", AT);

        assertThat(commission.amount()).isEqualTo(Money.of("10000.00"));
        assertThat(commission.shares()).singleElement().satisfies(share -> {
            assertThat(share.consultant()).isEqualTo("li.na");
            assertThat(share.amount()).isEqualTo(Money.of("10000.00"));
        });
    }

    @Test
    @DisplayName("COM-2 shares add up to the whole to the cent, the remainder goes to the first consultant")
    void sharesAddUp() {
        var shares = Rounding.divided(
                Money.of("100.01"), List.of(claim("a", "33.34"), claim("b", "33.33"), claim("c", "33.33")));

        assertThat(shares)
                .extracting(org.anchang.commission.Share::amount)
                .containsExactly(Money.of("33.35"), Money.of("33.33"), Money.of("33.33"));
    }

    @Test
    @DisplayName("COM-2 any amount divided by any percentages adds up to the whole and leaves nobody below zero")
    void anySharesAddUp() {
        var random = new Random(20261102);
        for (int i = 0; i < 2_000; i++) {
            var amount = new Money(BigDecimal.valueOf(random.nextInt(10_000_000), 2));
            var second = random.nextInt(10_001);
            var third = random.nextInt(10_001 - second);
            var shares = Rounding.divided(
                    amount,
                    List.of(
                            new Claim("a", BigDecimal.valueOf(10_000 - second - third, 2), "-", null),
                            new Claim("b", BigDecimal.valueOf(second, 2), "-", null),
                            new Claim("c", BigDecimal.valueOf(third, 2), "-", null)));

            assertThat(Money.sum(shares.stream()
                            .map(org.anchang.commission.Share::amount)
                            .toList()))
                    .isEqualTo(amount);
            assertThat(shares).noneMatch(share -> share.amount().isNegative());
        }
    }

    @Test
    @DisplayName("COM-3 a commission is earned at signing where the plan says so")
    void earnedAtSigning() {
        var commission = computed("1000000.00", "1.00", EarnedWhen.SIGNED);
        assertThat(commission.earn(AT)).isEmpty();

        commission.contractSigned(ON);

        assertThat(commission.earn(AT)).hasValueSatisfying(event -> {
            var earned = (CommissionEarned) event;
            assertThat(earned.amount()).isEqualByComparingTo("10000.00");
            assertThat(earned.shares()).extracting(Share::consultant).containsExactly("li.na", "wang.wei");
            assertThat(earned.planVersion()).isEqualTo(3);
        });
        assertThat(commission.earn(AT)).isEmpty();
    }

    @Test
    @DisplayName("COM-3 a commission that the plan lets be earned at filing is not earned at signing")
    void earnedAtFiling() {
        var commission = computed("1000000.00", "1.00", EarnedWhen.FILED);
        commission.contractSigned(ON);
        assertThat(commission.earn(AT)).isEmpty();

        commission.filed(ON);

        assertThat(commission.earn(AT)).containsInstanceOf(CommissionEarned.class);
        assertThat(commission.state()).isEqualTo(CommissionState.EARNED);
    }

    @Test
    @DisplayName("COM-3 without a plan for its date a deal earns nothing until there is one")
    void waitsForAPlan() {
        var commission = Commission.expected(origin(), terms("1000000.00"), "li.na");
        commission.compute(LI_NA_ALONE, "ORDER_FORM_SIGNED", AT);
        commission.contractSigned(ON);

        assertThat(commission.earn(AT)).isEmpty();
        assertThat(commission.amount()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("COM-4 a discount after earning adjusts by the difference")
    void discountAfterEarning() {
        var commission = earned();

        commission.take(terms("900000.00"));
        var event = commission.compute(SPLIT, "DISCOUNT_GRANTED", AT);

        assertThat(event).hasValueSatisfying(e -> {
            var adjusted = (CommissionAdjusted) e;
            assertThat(adjusted.amount()).isEqualByComparingTo("-1000.00");
            assertThat(adjusted.shares())
                    .extracting(share -> share.amount().toPlainString())
                    .containsExactly("-600.00", "-400.00");
        });
    }

    @Test
    @DisplayName("COM-4 computing again with the same facts changes nothing")
    void sameFactsChangeNothing() {
        var commission = earned();

        assertThat(commission.compute(SPLIT, "ORDER_FORM_SIGNED", AT)).isEmpty();
    }

    @Test
    @DisplayName("COM-4 a commission goes on with the successor of a swap")
    void goesOnWithSuccessor() {
        var commission = earned();
        var successor = UUID.randomUUID();

        commission.goOnWith(successor);

        assertThat(commission.deal()).isEqualTo(successor);
        assertThat(commission.chain()).isNotEqualTo(successor);
        assertThat(commission.state()).isEqualTo(CommissionState.EARNED);
    }

    @Test
    @DisplayName("COM-4 a refund takes back exactly what each had earned, once")
    void refundTakesBack() {
        var commission = earned();

        var event = commission.takeBack("DEAL_REFUNDED", AT);

        assertThat(event).hasValueSatisfying(e -> {
            var reversed = (CommissionReversed) e;
            assertThat(reversed.amount()).isEqualByComparingTo("-10000.00");
            assertThat(reversed.shares())
                    .extracting(share -> share.amount().toPlainString())
                    .containsExactly("-6000.00", "-4000.00");
        });
        assertThat(commission.amount()).isEqualTo(Money.ZERO);
        assertThat(commission.takeBack("DEAL_REFUNDED", AT)).isEmpty();
        assertThat(commission.compute(SPLIT, "VISIT_RECEIVED", AT)).isEmpty();
    }

    @Test
    @DisplayName("COM-4 a commission that was only expected is withdrawn without an entry")
    void expectedIsWithdrawn() {
        var commission = computed("1000000.00", "1.00", EarnedWhen.SIGNED);

        assertThat(commission.takeBack("DEAL_VOIDED", AT)).isEmpty();
        assertThat(commission.state()).isEqualTo(CommissionState.REVERSED);
    }

    @Test
    @DisplayName("COM-5 a disputed commission is not divided before the decision")
    void disputeFreezes() {
        var commission = earned();

        commission.freeze();

        assertThatThrownBy(commission::mustBeDivisible)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CommissionRefusal.COMMISSION_IS_DISPUTED));
        commission.decided();
        commission.mustBeDivisible();
        assertThatThrownBy(commission::decided)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CommissionRefusal.COMMISSION_IS_NOT_DISPUTED));
    }

    private static Commission earned() {
        var commission = computed("1000000.00", "1.00", EarnedWhen.SIGNED);
        commission.contractSigned(ON);
        commission.earn(AT);
        return commission;
    }

    private static Commission computed(String total, String rate, EarnedWhen when) {
        var commission = expected(total, rate, when);
        commission.compute(SPLIT, "ORDER_FORM_SIGNED", AT);
        return commission;
    }

    private static Commission expected(String total, String rate, EarnedWhen when) {
        var commission = Commission.expected(origin(), terms(total), "li.na");
        commission.take(new Tariff(UUID.randomUUID(), 3, new BigDecimal(rate), when));
        return commission;
    }

    private static Commission.Origin origin() {
        var deal = UUID.randomUUID();
        return new Commission.Origin(deal, deal, "songfeng", AT);
    }

    private static Terms terms(String total) {
        return new Terms(
                UUID.randomUUID(), "li.na", "RESIDENCE", new BigDecimal("100.00"), new BigDecimal(total), null);
    }

    private static Claim claim(String consultant, String percent) {
        return new Claim(consultant, new BigDecimal(percent), "-", null);
    }
}
