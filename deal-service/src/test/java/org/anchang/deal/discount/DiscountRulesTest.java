package org.anchang.deal.discount;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.approved;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.deposit.orderform.OrderForm.Content;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountKind;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.deal.deposit.orderform.OrderForm.Figures;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiscountRulesTest {
    @Test
    @DisplayName("DIS-1 the discount granted replaces the normal one, to the cent, as the special step of the stack")
    void specialStep() {
        var after = GrantingDiscount.withDiscount(
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
        var after = GrantingDiscount.withDiscount(
                form(new DiscountStep(DiscountKind.SPECIAL, Money.of("20000.00"))), Money.of("30000.00"));

        assertThat(after.discountStack()).containsExactly(new DiscountStep(DiscountKind.SPECIAL, Money.of("30000.00")));
    }

    @Test
    @DisplayName("DIS-1 a normal discount without a stack becomes its campaign step")
    void withoutStack() {
        var after = GrantingDiscount.withDiscount(form(), Money.of("30000.00"));

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

    /// 100 m² at 10,000.00 less 20,000.00.
    private static Content form(DiscountStep... stack) {
        var figures =
                new Figures(Money.of("10000.00"), Money.of("20000.00"), Money.of("980000.00"), Money.of("50000.00"));
        return new Content(figures, null, LocalDate.of(2026, 11, 20), List.of(), List.of(stack), null);
    }
}
