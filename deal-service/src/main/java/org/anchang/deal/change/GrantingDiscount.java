package org.anchang.deal.change;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.Approved;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.Deals;
import org.anchang.deal.change.ChangeForm.DiscountForm;
import org.anchang.deal.deposit.OrderForm.Figures;
import org.anchang.deal.deposit.PriceLimits;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;

/// 特惠 (DIS-1): a price below the normal discount. On approval the order form is replaced by one with the new price.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GrantingDiscount {
    @Inject
    Deals deals;

    @Inject
    ChangeProcess process;

    @Inject
    ReplacingPapers papers;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    ChangeRequest request(UUID id, DiscountForm form) {
        var deal = deals.toChange(id);
        deal.mayBeDiscounted();
        deal.refuseIfChanging();
        var before = papers.current(id).orElseThrow(() -> refuse(DealRefusal.ORDER_FORM_NOT_SIGNED));
        var normal = before.figures().discount();
        if (!form.discount().isMoreThan(normal)) {
            throw refuse(DealRefusal.DISCOUNT_NOT_GREATER).with("normalDiscount", normal);
        }
        var after = ReplacingPapers.withDiscount(before, form.discount()).figures();
        after.mustLeaveAPrice();
        papers.mustCoverDeposits(deal, after.total());
        return process.open(deal, form, fields(deal, form, new Change(before.figures(), after)));
    }

    void carryOut(ChangeRequest request, Approved<DiscountForm> approved) {
        var deal = process.dealOf(request);
        var before = papers.current(deal.id());
        if (before.isEmpty() || !deal.stage().isBeforeContract()) {
            process.overtaken(request, deal);
            return;
        }
        var after = ReplacingPapers.withDiscount(before.get(), approved.form().discount());
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
        return new PriceLimits.Price(deal.project(), deal.listSum(), deal.floorPrice(), null, total).isBelowFloor();
    }

    private record Change(Figures before, Figures after) {}

    private static Map<String, String> fields(Deal deal, DiscountForm form, Change price) {
        var home = deal.home();
        return FormFields.of(deal)
                .with("productType", home.productType())
                .with("area", home.area())
                .with("normalDiscount", price.before().discount())
                .with("originalUnitPrice", price.before().unitPrice())
                .with("originalTotal", price.before().total())
                .with("requestedDiscount", form.discount())
                .with(
                        "discountedUnitPrice",
                        unitPrice(price.after().total().minus(deal.attachedTotal()), home.pricedArea()))
                .with("discountedTotal", price.after().total())
                .with("discountPercent", percentOff(price))
                .with("reason", form.reason())
                .all();
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
