package org.anchang.deal.discount;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.change.ChangeForm.DiscountForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.Outcome;
import org.anchang.deal.change.ReplacingOrderForm;
import org.anchang.deal.deposit.orderform.OrderForm.Content;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountKind;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.deal.deposit.orderform.OrderForm.Figures;
import org.anchang.deal.deposit.orderform.Price;
import org.anchang.deal.evidence.Approved;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;

/// 特惠 (DIS-1): a price below the normal discount. On approval the order form is replaced by one with the new price.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class GrantingDiscount {
    @Inject
    ChangeProcess process;

    @Inject
    ReplacingOrderForm forms;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, DiscountForm form, String reason) {
        var deal = process.toChange(id, ChangeKind.DISCOUNT);
        var before = forms.current(id).orElseThrow(() -> refuse(DealRefusal.ORDER_FORM_NOT_SIGNED));
        var normal = before.figures().discount();
        if (!form.discount().isMoreThan(normal)) {
            throw refuse(DealRefusal.DISCOUNT_NOT_GREATER).with("normalDiscount", normal);
        }
        var after = withDiscount(before, form.discount()).figures();
        after.mustLeaveAPrice();
        forms.mustCoverDeposits(deal, after.total());
        var fields =
                fields(deal, form, new PriceChange(before.figures(), after)).with(FormField.REASON, reason);
        return process.open(deal, form, fields);
    }

    public Outcome carryOut(Deal deal, ChangeRequest request, Approved<DiscountForm> approved) {
        var before = forms.current(deal.id());
        if (before.isEmpty()) {
            return Outcome.OVERTAKEN;
        }
        var after = withDiscount(before.get(), approved.form().discount());
        if (!Price.of(deal, after.figures().total()).mayBeGranted(request.isSignedByGeneralManager())) {
            return Outcome.BELOW_FLOOR_PRICE;
        }
        forms.replace(deal, after, "SPECIAL_DISCOUNT");
        outbox.append(deal.grantDiscount(after.figures().total(), approved, clock.instant()));
        return Outcome.APPROVED;
    }

    /// DIS-1: the same form with a greater discount; what is added is the special step of the stack.
    static Content withDiscount(Content form, Money discount) {
        var before = form.figures();
        var more = discount.minus(before.discount());
        var stack = new ArrayList<DiscountStep>();
        if (form.discountStack().isEmpty() && before.discount().isPositive()) {
            stack.add(new DiscountStep(DiscountKind.CAMPAIGN, before.discount()));
        }
        var special = more;
        for (var step : form.discountStack()) {
            if (step.kind() == DiscountKind.SPECIAL) {
                special = special.plus(step.amount());
            } else {
                stack.add(step);
            }
        }
        stack.add(new DiscountStep(DiscountKind.SPECIAL, special));
        var figures = new Figures(before.unitPrice(), discount, before.total().minus(more), before.deposit());
        return new Content(figures, form.topUpBy(), form.signBy(), form.taxesAndFees(), stack, form.payingBy());
    }

    private record PriceChange(Figures before, Figures after) {}

    private static FormFields fields(Deal deal, DiscountForm form, PriceChange price) {
        var home = deal.home();
        return FormFields.of(deal)
                .withHome(home)
                .with(FormField.NORMAL_DISCOUNT, price.before().discount())
                .with(FormField.ORIGINAL_UNIT_PRICE, price.before().unitPrice())
                .with(FormField.ORIGINAL_TOTAL, price.before().total())
                .with(FormField.REQUESTED_DISCOUNT, form.discount())
                .with(
                        FormField.DISCOUNTED_UNIT_PRICE,
                        unitPrice(price.after().total().minus(deal.lines().attachedTotal()), home.pricedArea()))
                .with(FormField.DISCOUNTED_TOTAL, price.after().total())
                .with(FormField.DISCOUNT_PERCENT, percentOff(deal, price.after()));
    }

    /// 优惠后单价: the new total over the area.
    private static BigDecimal unitPrice(Money total, BigDecimal area) {
        return total.amount().divide(area, 2, RoundingMode.HALF_UP);
    }

    /// DEP-9: how far the requested total lies below the price list, for the conditions of an approval chain:
    /// several small requests come to as much as one.
    private static BigDecimal percentOff(Deal deal, Figures after) {
        var list = deal.lines().listSum();
        var off = list.minus(after.total()).amount();
        return off.movePointRight(2).divide(list.amount(), 2, RoundingMode.HALF_UP);
    }
}
