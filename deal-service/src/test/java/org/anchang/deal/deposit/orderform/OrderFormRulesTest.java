package org.anchang.deal.deposit.orderform;

import static org.anchang.deal.ADeal.CAP;
import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.TODAY;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.aDealPricedBy;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.deposit.orderform.OrderForm.Content;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountKind;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.deal.deposit.orderform.OrderForm.Figures;
import org.anchang.deal.deposit.orderform.OrderForm.OrderFormState;
import org.anchang.deal.deposit.orderform.OrderForm.Signature;
import org.anchang.deal.deposit.orderform.OrderForm.Signer;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderFormRulesTest {
    @Test
    @DisplayName("DEP-3 area × unit price − discount must equal the total to the cent")
    void addsUpToTheCent() {
        var deal = aDeal().reserved().build();

        drawn(deal, figures("9999.99", "0.00", "999999.00", "50000.00"));
        drawn(deal, figures("10000.00", "0.01", "999999.99", "50000.00"));
        for (var total : List.of("979999.99", "980000.01")) {
            var refused = assertRefused(
                    DealRefusal.TOTAL_DOES_NOT_ADD_UP,
                    () -> drawn(deal, figures("10000.00", "20000.00", total, "50000.00")));
            assertThat(refused.facts()).containsEntry("expected", Money.of("980000.00"));
        }
    }

    @Test
    @DisplayName("DEP-3 a price per interior area or per unit is multiplied by what it rests on")
    void priceBasis() {
        drawn(aDealPricedBy("INTERIOR_AREA").reserved().build(), figures("10000.00", "0.00", "800000.00", "5000.00"));
        drawn(aDealPricedBy("WHOLE_UNIT").reserved().build(), figures("900000.00", "0.00", "900000.00", "5000.00"));
    }

    @Test
    @DisplayName("DEP-3 the area on the form is that of the home, also where it is priced as a whole")
    void shownArea() {
        var whole = drawn(
                aDealPricedBy("WHOLE_UNIT").reserved().build(), figures("900000.00", "0.00", "900000.00", "5000.00"));
        var interior = drawn(
                aDealPricedBy("INTERIOR_AREA").reserved().build(), figures("10000.00", "0.00", "800000.00", "5000.00"));

        assertThat(whole.area()).isEqualByComparingTo("100.00");
        assertThat(interior.area()).isEqualByComparingTo("80.00");
    }

    @Test
    @DisplayName("DEP-3 no price is above the published one")
    void notAboveList() {
        var deal = aDeal().reserved().build();
        var whole = aDealPricedBy("WHOLE_UNIT").reserved().build();

        assertRefused(
                DealRefusal.UNIT_PRICE_ABOVE_LIST,
                () -> drawn(deal, figures("10000.01", "0.00", "1000001.00", "50000.00")));
        assertRefused(
                DealRefusal.UNIT_PRICE_ABOVE_LIST,
                () -> drawn(whole, figures("1000000.01", "0.00", "1000000.01", "50000.00")));
        drawn(whole, figures("1000000.00", "0.00", "1000000.00", "50000.00"));
    }

    @Test
    @DisplayName("DEP-3 a discount is never below zero and leaves something of the price")
    void discountInRange() {
        var deal = aDeal().reserved().build();

        for (var discount : List.of("-0.01", "1000000.00")) {
            var total = Money.of("1000000.00").minus(Money.of(discount)).toString();
            var refused = assertRefused(
                    DealRefusal.DISCOUNT_OUT_OF_RANGE, () -> drawn(deal, figures("10000.00", discount, total, "0.00")));
            assertThat(refused.facts()).containsEntry("priced", Money.of("1000000.00"));
        }
    }

    @Test
    @DisplayName("DEP-3 the steps of the discount add up to it and stand in the printed order")
    void discountStack() {
        var deal = aDeal().reserved().build();
        var rounding = new DiscountStep(DiscountKind.ROUNDING, Money.of("500.00"));
        var payment = new DiscountStep(DiscountKind.PAYMENT_METHOD, Money.of("19500.00"));

        assertRefused(DealRefusal.DISCOUNT_STACK_DOES_NOT_ADD_UP, () -> drawn(deal, discounted(List.of(payment))));
        var form = drawn(deal, discounted(List.of(rounding, payment)));

        assertThat(form.content().discountStack()).containsExactly(payment, rounding);
    }

    @Test
    @DisplayName("DEP-4 the deposit on the form, and what was taken already, stay within 20 % of its total")
    void depositWithinCap() {
        var deal = aDeal().reserved().build();

        drawn(deal, figures("10000.00", "0.00", "1000000.00", "200000.00"));
        assertRefused(
                DealRefusal.DEPOSIT_ABOVE_CAP,
                () -> drawn(deal, figures("10000.00", "0.00", "1000000.00", "200000.01")));
        assertRefused(
                DealRefusal.DEPOSIT_ABOVE_CAP,
                () -> drawn(deal, figures("10000.00", "975001.00", "24999.00", "5000.00")));
    }

    @Test
    @DisplayName("DEP-3 three signatures, each once, agree the terms; then the form is immutable")
    void threeSignatures() {
        var deal = aDeal().subscribed().build();
        var form = drawn(deal, figures("10000.00", "20000.00", "980000.00", "50000.00"));

        assertThat(form.sign(deal, by(Signer.CUSTOMER))).isEmpty();
        assertRefused(DealRefusal.ALREADY_SIGNED, () -> form.sign(deal, by(Signer.CUSTOMER)));
        assertThat(form.sign(deal, by(Signer.SITE_MANAGER))).isEmpty();
        assertThat(deal.agreed().total()).isNull();
        var signed = form.sign(deal, by(Signer.CONSULTANT)).orElseThrow();

        assertThat(signed.terms().total()).isEqualByComparingTo("980000.00");
        assertThat(deal.agreed().total()).isEqualTo(Money.of("980000.00"));
        assertThat(deal.deposits().signBy()).isEqualTo(TODAY.plusDays(10));
        assertRefused(DealRefusal.ORDER_FORM_IS_SIGNED, () -> form.sign(deal, by(Signer.CONSULTANT)));
    }

    @Test
    @DisplayName("DEP-6 a voided form stays with its reason and counts no more")
    void voidedStays() {
        var deal = aDeal().subscribed().build();
        var form = drawn(deal, figures("10000.00", "20000.00", "980000.00", "50000.00"));

        var voided = form.voided("wrong unit", NOW);

        assertThat(voided.reason()).isEqualTo("wrong unit");
        assertThat(form.state()).isEqualTo(OrderFormState.VOIDED);
        assertRefused(DealRefusal.ORDER_FORM_HAS_ENDED, () -> form.sign(deal, by(Signer.CUSTOMER)));
        assertRefused(DealRefusal.ORDER_FORM_HAS_ENDED, () -> form.voided("again", NOW));
    }

    private static OrderForm drawn(Deal deal, Content content) {
        return OrderForm.drawn(deal, 1, content, CAP);
    }

    private static Content figures(String unitPrice, String discount, String total, String deposit) {
        var figures = new Figures(Money.of(unitPrice), Money.of(discount), Money.of(total), Money.of(deposit));
        return new Content(figures, null, TODAY.plusDays(10), List.of(), List.of(), null);
    }

    private static Content discounted(List<DiscountStep> stack) {
        var figures =
                new Figures(Money.of("10000.00"), Money.of("20000.00"), Money.of("980000.00"), Money.of("50000.00"));
        return new Content(figures, null, TODAY.plusDays(10), List.of(), stack, null);
    }

    private static Signature by(Signer signer) {
        return new Signature(signer, "li.na", NOW);
    }
}
