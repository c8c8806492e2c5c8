package org.anchang.deal.change;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.booked;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.ADeal;
import org.anchang.deal.Approved;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealStage;
import org.anchang.deal.HappenedOn;
import org.anchang.deal.deposit.OrderForm.Content;
import org.anchang.deal.deposit.OrderForm.DiscountKind;
import org.anchang.deal.deposit.OrderForm.DiscountStep;
import org.anchang.deal.deposit.OrderForm.Figures;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BUYER_FAULT, true",
        "AGREED_PENALTY, true",
        "LOAN_REFUSED, false",
        "SELLER_FAULT, false",
        "FORCE_MAJEURE, false"
    })
    @DisplayName("RFD-1 only the buyer's fault or an agreed penalty keep money back")
    void basisAllowsPenalty(RefundBasis basis, boolean allowed) {
        assertThat(basis.allowsPenalty()).isEqualTo(allowed);
    }

    @Test
    @DisplayName("DIS-1 the discount granted replaces the normal one, to the cent, as the special step of the stack")
    void specialStep() {
        var after = ReplacingPapers.withDiscount(
                form(new DiscountStep(DiscountKind.PAYMENT_METHOD, Money.of("20000.00"))), Money.of("60000.01"));

        assertThat(after.figures().discount()).isEqualTo(Money.of("60000.01"));
        assertThat(after.figures().total()).isEqualTo(Money.of("939999.99"));
        assertThat(after.discountStack())
                .containsExactly(
                        new DiscountStep(DiscountKind.PAYMENT_METHOD, Money.of("20000.00")),
                        new DiscountStep(DiscountKind.SPECIAL, Money.of("40000.01")));
    }

    @Test
    @DisplayName("DIS-1 a second special discount adds to the special step")
    void secondSpecial() {
        var after = ReplacingPapers.withDiscount(
                form(new DiscountStep(DiscountKind.SPECIAL, Money.of("20000.00"))), Money.of("30000.00"));

        assertThat(after.discountStack()).containsExactly(new DiscountStep(DiscountKind.SPECIAL, Money.of("30000.00")));
    }

    @Test
    @DisplayName("DIS-1 a normal discount without a stack becomes its campaign step")
    void withoutStack() {
        var after = ReplacingPapers.withDiscount(form(), Money.of("30000.00"));

        assertThat(after.discountStack())
                .containsExactly(
                        new DiscountStep(DiscountKind.CAMPAIGN, Money.of("20000.00")),
                        new DiscountStep(DiscountKind.SPECIAL, Money.of("10000.00")));
    }

    @Test
    @DisplayName("DIS-1 another price needs the three signatures again before the contract")
    void signedAgain() {
        var deal = aDeal().subscribed().checked().build();

        var granted = deal.grantDiscount(Money.of("940000.00"), approved(), NOW);

        assertThat(granted.totalBefore()).isEqualByComparingTo("980000.00");
        assertThat(granted.terms().total()).isEqualByComparingTo("940000.00");
        assertRefused(DealRefusal.ORDER_FORM_NOT_SIGNED, deal::maySign);
    }

    @Test
    @DisplayName("DIS-1 no special discount once the contract is signed")
    void noDiscountOnceSigned() {
        var deal = aDeal().contracted().build();

        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW, () -> deal.grantDiscount(Money.of("940000.00"), approved(), NOW));
    }

    @Test
    @DisplayName("REN-1 a rename is possible until filing, and new buyers are not checked yet")
    void renameUntilFiling() {
        var contracted = aDeal().contracted().build();
        contracted.rename(List.of(ADeal.buyer("100.00", true)), approved(), NOW);
        assertThat(contracted.buyers()).hasSize(1).noneMatch(buyer -> buyer.isChecked());
        assertRefused(
                DealRefusal.BUYERS_NOT_CHECKED, () -> contracted.file(new Deal.Registration("BA-1", ADeal.TODAY), NOW));

        var filed = aDeal().filed().build();
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> filed.rename(List.of(ADeal.buyer("100.00", true)), approved(), NOW));
    }

    @Test
    @DisplayName(
            "RFD-2 a refund says what was received, kept and owed; a filed deal has one too, once its filing is cancelled")
    void refundSaysWhatIsOwed() {
        var settlement = new Deal.Settlement("AGREED_PENALTY", Money.of("50000.00"), Money.of("10000.00"), ADeal.TODAY);
        var deal = aDeal().contracted().build();

        var refunded = deal.refund(settlement, approved(), booked("40000.00"), NOW);

        assertThat(refunded.penalty().add(refunded.payable())).isEqualByComparingTo(refunded.received());
        assertThat(deal.stage()).isEqualTo(DealStage.REFUNDED);
        var filed = aDeal().filed().build();
        assertThat(filed.refund(settlement, approved(), booked("40000.00"), NOW).payable())
                .isEqualByComparingTo("40000.00");
    }

    @Test
    @DisplayName("RFD-1 what is owed back leaves on the day that finance set, or before it for a reason")
    void payoutOnItsDate() {
        var deal = aDeal().contracted().build();
        var on = ADeal.TODAY.plusDays(3);
        deal.refund(
                new Deal.Settlement("AGREED_PENALTY", Money.of("50000.00"), Money.of("10000.00"), on),
                approved(),
                booked("40000.00"),
                NOW);

        assertThat(deal.payoutOn()).isEqualTo(on);
        for (var noReason : new String[] {null, " "}) {
            assertRefused(DealRefusal.PAYOUT_BEFORE_ITS_DATE, () -> deal.mayPayOut(on.minusDays(1), noReason));
        }
        deal.mayPayOut(on.minusDays(1), "the buyer moves abroad");
        deal.mayPayOut(on, null);
    }

    @Test
    @DisplayName("LAY-1 a layout changes once money was taken, as long as the deal lives")
    void layoutOfALiveDeal() {
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> aDeal().confirmed().build().mayChangeLayout());
        aDeal().reserved().build().mayChangeLayout();
        aDeal().filed().build().mayChangeLayout();
    }

    @Test
    @DisplayName("CON-6 a day on which something happened lies between what it follows and today")
    void happenedOn() {
        var signed = ADeal.TODAY.minusDays(2);

        happened(signed, signed).mustBePossible("CON-6");
        happened(ADeal.TODAY, signed).mustBePossible("CON-6");
        for (var day : List.of(signed.minusDays(1), ADeal.TODAY.plusDays(1))) {
            var refused = assertRefused(
                    DealRefusal.DATE_NOT_POSSIBLE, () -> happened(day, signed).mustBePossible("RFD-2"));
            assertThat(refused.facts()).containsEntry("rule", "RFD-2");
        }
    }

    private static HappenedOn happened(LocalDate day, LocalDate notBefore) {
        return new HappenedOn(day, notBefore, ADeal.TODAY);
    }

    @Test
    @DisplayName("DEP-6 an order form is voided before the contract only")
    void voidBeforeContract() {
        var deal = aDeal().subscribed().build();
        assertThat(deal.voidFor("wrong unit", approved(), booked("50000.00"), NOW)
                        .payable())
                .isEqualByComparingTo("50000.00");

        var contracted = aDeal().contracted().build();
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> contracted.voidFor("wrong unit", approved(), booked("0.00"), NOW));
    }

    private static Approved<String> approved() {
        return new Approved<>(UUID.randomUUID(), UUID.randomUUID(), "FORM", Map.of());
    }

    /// 100 m² at 10,000.00 less 20,000.00.
    private static Content form(DiscountStep... stack) {
        var figures =
                new Figures(Money.of("10000.00"), Money.of("20000.00"), Money.of("980000.00"), Money.of("50000.00"));
        return new Content(figures, null, LocalDate.of(2026, 11, 20), List.of(), List.of(stack));
    }
}
