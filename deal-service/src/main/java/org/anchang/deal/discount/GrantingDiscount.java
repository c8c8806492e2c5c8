package org.anchang.deal.discount;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.change.ChangeForm.DiscountForm;
import org.anchang.deal.change.ChangeProcess;
import org.anchang.deal.change.ChangeRequest;
import org.anchang.deal.change.FormField;
import org.anchang.deal.change.FormFields;
import org.anchang.deal.change.ReplacingPapers;
import org.anchang.deal.deposit.OrderForm.Content;
import org.anchang.deal.deposit.OrderForm.DiscountKind;
import org.anchang.deal.deposit.OrderForm.DiscountStep;
import org.anchang.deal.deposit.OrderForm.Figures;
import org.anchang.deal.deposit.PriceLimits;
import org.anchang.deal.evidence.Approved;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;

/// 特惠 (DIS-1): a price below the normal discount. On approval the order form is replaced by one with the new price.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class GrantingDiscount {
    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingPapers papers;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, DiscountForm form, String reason) {
        var deal = deals.toChange(caller.scope(), id);
        deal.mayBeDiscounted();
        deal.refuseIfChanging();
        var before = papers.current(id).orElseThrow(() -> refuse(DealRefusal.ORDER_FORM_NOT_SIGNED));
        var normal = before.figures().discount();
        if (!form.discount().isMoreThan(normal)) {
            throw refuse(DealRefusal.DISCOUNT_NOT_GREATER).with("normalDiscount", normal);
        }
        var after = withDiscount(before, form.discount()).figures();
        after.mustLeaveAPrice();
        papers.mustCoverDeposits(deal, after.total());
        var fields = fields(deal, form, new Change(before.figures(), after)).with(FormField.REASON, reason);
        return process.open(deal, form, fields.all());
    }

    public void carryOut(ChangeRequest request, Approved<DiscountForm> approved) {
        var deal = process.dealOf(request);
        var before = papers.current(deal.id());
        if (before.isEmpty() || !deal.stage().isBeforeContract()) {
            process.overtaken(request, deal);
            return;
        }
        var after = withDiscount(before.get(), approved.form().discount());
        if (isBelowFloor(deal, after.figures().total()) && !request.isSignedByGeneralManager()) {
            process.end(request, deal, "BELOW_FLOOR_PRICE");
            return;
        }
        papers.replace(deal, after, "SPECIAL_DISCOUNT");
        outbox.append(deal.grantDiscount(after.figures().total(), approved, clock.instant()));
        process.done(request, approved);
    }

    /// INV-12: below the floor price nothing passes but the general manager's approval, whatever the project's chain.
    private static boolean isBelowFloor(Deal deal, Money total) {
        return new PriceLimits.Price(
                        deal.project(),
                        deal.lines().unit(),
                        deal.lines().listSum(),
                        deal.lines().floorPrice(),
                        null,
                        total)
                .isBelowFloor();
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

    private record Change(Figures before, Figures after) {}

    private static FormFields fields(Deal deal, DiscountForm form, Change price) {
        var home = deal.home();
        return FormFields.of(deal)
                .with(FormField.LAYOUT, home.layout())
                .with(FormField.PRODUCT_TYPE, home.productType())
                .with(FormField.AREA, home.area())
                .with(FormField.NORMAL_DISCOUNT, price.before().discount())
                .with(FormField.ORIGINAL_UNIT_PRICE, price.before().unitPrice())
                .with(FormField.ORIGINAL_TOTAL, price.before().total())
                .with(FormField.REQUESTED_DISCOUNT, form.discount())
                .with(
                        FormField.DISCOUNTED_UNIT_PRICE,
                        unitPrice(price.after().total().minus(deal.lines().attachedTotal()), home.pricedArea()))
                .with(FormField.DISCOUNTED_TOTAL, price.after().total())
                .with(FormField.DISCOUNT_PERCENT, percentOff(price));
    }

    /// 优惠后单价: the new total over the area.
    private static BigDecimal unitPrice(Money total, BigDecimal area) {
        return total.amount().divide(area, 2, RoundingMode.HALF_UP);
    }

    /// How far the requested total lies below the normal one, for the conditions of an approval chain.
    private static BigDecimal percentOff(Change price) {
        var off = price.before().total().minus(price.after().total()).amount();
        return off.movePointRight(2).divide(price.before().total().amount(), 2, RoundingMode.HALF_UP);
    }
}
