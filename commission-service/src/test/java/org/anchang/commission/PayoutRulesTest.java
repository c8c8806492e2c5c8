package org.anchang.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.anchang.commission.Commission.Occasion;
import org.anchang.commission.PaidOut.Line;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CommissionEvent.CommissionPaid;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutRulesTest {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");
    private static final LocalDate ON = LocalDate.of(2026, 11, 2);
    private static final List<Claim> LI_NA_ALONE = List.of(claim("li.na", "100"));
    private static final List<Claim> SPLIT = List.of(claim("li.na", "60"), claim("wang.wei", "40"));
    private static final Payout AT_ONCE = payout("100", "0", "0");
    private static final Payout SIXTY_FORTY = payout("60", "40", "0");
    private static final Payout HALF_WITH_MONEY = payout("50", "0", "50");

    /// What the ledger would hold.
    private final Map<Line, Money> ledger = new HashMap<>();

    @Test
    @DisplayName("COM-3 nothing is paid out before it is earned")
    void notBeforeEarning() {
        assertThat(payOut(expected(LI_NA_ALONE), AT_ONCE, "ORDER_FORM_SIGNED")).isEmpty();
    }

    @Test
    @DisplayName("COM-3 the share at signing is paid with the signing, the rest with the filing, each once")
    void signingThenFiling() {
        var commission = earned(SPLIT);

        assertThat(payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED"))
                .containsExactly("li.na 3600.00 AT_EARNING", "wang.wei 2400.00 AT_EARNING");
        assertThat(payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED")).isEmpty();
        commission.filed(ON);
        assertThat(payOut(commission, SIXTY_FORTY, "DEAL_FILED"))
                .containsExactly("li.na 2400.00 WITH_FILING", "wang.wei 1600.00 WITH_FILING");
        assertThat(commission.paid()).isEqualTo(commission.amount());
    }

    @Test
    @DisplayName("COM-3 where the commission is earned at filing, what was to come with the filing comes at once")
    void earnedAtFiling() {
        var commission = expected(LI_NA_ALONE);
        commission.take(new Tariff(UUID.randomUUID(), 1, new BigDecimal("1.00"), EarnedWhen.FILED));
        commission.contractSigned(ON);
        commission.earn(AT);
        assertThat(payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED")).isEmpty();

        commission.filed(ON);
        commission.earn(AT);

        assertThat(payOut(commission, SIXTY_FORTY, "DEAL_FILED"))
                .containsExactly("li.na 6000.00 AT_EARNING", "li.na 4000.00 WITH_FILING");
    }

    @ParameterizedTest(name = "{0} of 1000000.00 collected: {1} of 5000.00 are out")
    @CsvSource({
        "-1.00,      0.00",
        "0.00,       0.00",
        "0.99,       0.00",
        "1.00,       0.01",
        "50000.00,   250.00",
        "333333.33,  1666.67",
        "999999.00,  5000.00",
        "999998.99,  4999.99",
        "1000000.00, 5000.00",
        "1000000.01, 5000.00"
    })
    @DisplayName("COM-3 the part that goes with collections is out as far as the price has been paid, and never more")
    void withCollections(String collected, String out) {
        var commission = earned(LI_NA_ALONE);
        payOut(commission, HALF_WITH_MONEY, "CONTRACT_SIGNED");

        commission.collected(Money.of(collected));
        payOut(commission, HALF_WITH_MONEY, "PAYMENT_RECEIVED");

        assertThat(commission.paid().minus(Money.of("5000.00"))).isEqualTo(Money.of(out));
    }

    @Test
    @DisplayName("COM-3 money that is taken back from the price takes its part of the commission back")
    void receiptVoided() {
        var commission = earned(LI_NA_ALONE);
        commission.collected(Money.of("400000.00"));
        payOut(commission, HALF_WITH_MONEY, "PAYMENT_RECEIVED");

        commission.collected(Money.of("100000.00"));

        assertThat(payOut(commission, HALF_WITH_MONEY, "RECEIPT_VOIDED"))
                .containsExactly("li.na -1500.00 WITH_COLLECTIONS");
    }

    @Test
    @DisplayName("COM-3 the parts of any share by any plan add up to it to the cent, and none is below zero")
    void partsAddUp() {
        var random = new Random(20261103);
        for (int i = 0; i < 5_000; i++) {
            var first = random.nextInt(10_001);
            var second = random.nextInt(10_001 - first);
            var plan = new Payout(
                    BigDecimal.valueOf(first, 2),
                    BigDecimal.valueOf(second, 2),
                    BigDecimal.valueOf(10_000 - first - second, 2));
            var amount = new Money(BigDecimal.valueOf(random.nextInt(i % 2 == 0 ? 100 : 10_000_000), 2));
            var all = Money.of("1.00");

            var due = plan.due(
                    List.of(new Share("li.na", new BigDecimal(100), amount, "-", null)),
                    new Payout.Progress(true, all, all));

            assertThat(Money.sum(due.amounts().values()))
                    .as(plan + " of " + amount)
                    .isEqualTo(amount);
            assertThat(due.amounts().values()).noneMatch(Money::isNegative);
        }
    }

    @Test
    @DisplayName("COM-4 a refund takes back exactly what each was paid, part by part, once; a filed deal's too")
    void refund() {
        var commission = earned(SPLIT);
        payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED");
        commission.filed(ON);
        payOut(commission, SIXTY_FORTY, "DEAL_FILED");

        commission.takeBack("DEAL_REFUNDED", AT);

        assertThat(payOut(commission, SIXTY_FORTY, "DEAL_REFUNDED"))
                .containsExactlyInAnyOrder(
                        "li.na -3600.00 AT_EARNING",
                        "wang.wei -2400.00 AT_EARNING",
                        "li.na -2400.00 WITH_FILING",
                        "wang.wei -1600.00 WITH_FILING");
        assertThat(commission.paid()).isEqualTo(Money.ZERO);
        assertThat(payOut(commission, SIXTY_FORTY, "DEAL_REFUNDED")).isEmpty();
    }

    @Test
    @DisplayName("COM-4 another price after a payout is settled by the difference")
    void discount() {
        var commission = earned(LI_NA_ALONE);
        payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED");

        commission.take(terms("900000.00"));
        commission.compute(LI_NA_ALONE, "DISCOUNT_GRANTED", AT);

        assertThat(payOut(commission, SIXTY_FORTY, "DISCOUNT_GRANTED")).containsExactly("li.na -600.00 AT_EARNING");
    }

    @Test
    @DisplayName("COM-5 nothing is paid or divided anew while it is disputed; the decision settles what came meanwhile")
    void dispute() {
        var commission = earned(LI_NA_ALONE);
        payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED");
        commission.freeze();
        commission.filed(ON);
        commission.compute(SPLIT, "VISIT_RECEIVED", AT);
        assertThat(payOut(commission, SIXTY_FORTY, "DEAL_FILED")).isEmpty();
        assertThat(commission.shares()).extracting(Share::consultant).containsExactly("li.na");

        commission.decided();
        commission.compute(SPLIT, "DECISION", AT);

        assertThat(payOut(commission, SIXTY_FORTY, "DECISION"))
                .containsExactly(
                        "li.na -2400.00 AT_EARNING",
                        "li.na 2400.00 WITH_FILING",
                        "wang.wei 2400.00 AT_EARNING",
                        "wang.wei 1600.00 WITH_FILING");
        assertThat(commission.paid()).isEqualTo(Money.of("10000.00"));
    }

    @Test
    @DisplayName("COM-4 COM-5 the end of the deal takes back what was paid, disputed or not")
    void refundWhileDisputed() {
        var commission = earned(LI_NA_ALONE);
        payOut(commission, SIXTY_FORTY, "CONTRACT_SIGNED");
        commission.freeze();

        commission.takeBack("DEAL_REFUNDED", AT);

        assertThat(payOut(commission, SIXTY_FORTY, "DEAL_REFUNDED")).containsExactly("li.na -6000.00 AT_EARNING");
    }

    private List<String> payOut(Commission commission, Payout payout, String reason) {
        Optional<CommissionEvent> event =
                commission.payOut(payout, new PaidOut(Map.copyOf(ledger)), new Occasion(reason, AT));
        return event.map(CommissionPaid.class::cast).stream()
                .peek(paid -> {
                    assertThat(paid.reason()).isEqualTo(reason);
                    assertThat(paid.shares().stream()
                                    .map(CommissionEvent.Share::amount)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(paid.amount());
                })
                .flatMap(paid -> paid.shares().stream())
                .map(share -> {
                    ledger.merge(
                            new Line(share.consultant(), PayoutPart.valueOf(share.reason())),
                            new Money(share.amount()),
                            Money::plus);
                    return share.consultant() + " " + share.amount().toPlainString() + " " + share.reason();
                })
                .toList();
    }

    private static Commission earned(List<Claim> claims) {
        var commission = expected(claims);
        commission.contractSigned(ON);
        commission.earn(AT);
        return commission;
    }

    private static Commission expected(List<Claim> claims) {
        var deal = UUID.randomUUID();
        var commission =
                Commission.expected(new Commission.Origin(deal, deal, "songfeng", AT), terms("1000000.00"), "li.na");
        commission.take(new Tariff(UUID.randomUUID(), 3, new BigDecimal("1.00"), EarnedWhen.SIGNED));
        commission.compute(claims, "ORDER_FORM_SIGNED", AT);
        return commission;
    }

    private static Terms terms(String total) {
        return new Terms(
                UUID.randomUUID(), "li.na", "RESIDENCE", new BigDecimal("100.00"), new BigDecimal(total), null);
    }

    private static Payout payout(String... percents) {
        var parts = Arrays.stream(percents).map(BigDecimal::new).toList();
        return new Payout(parts.get(0), parts.get(1), parts.get(2));
    }

    private static Claim claim(String consultant, String percent) {
        return new Claim(consultant, new BigDecimal(percent), "-", null);
    }
}
