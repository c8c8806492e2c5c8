package org.anchang.deal.deposit.orderform;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deadline;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.Deals;
import org.anchang.deal.deposit.orderform.OrderForm.Content;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.deal.deposit.orderform.OrderForm.OrderFormState;
import org.anchang.deal.deposit.orderform.OrderForm.Reckoning;
import org.anchang.deal.deposit.orderform.OrderForm.Signature;
import org.anchang.deal.deposit.orderform.OrderForm.Signer;
import org.anchang.deal.deposit.orderform.PreviewResource.PreviewOrderForm;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// DEP-3: an order form is drawn up, signed by three, and never altered after that.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DrawingOrderForm {
    /// @param capPercent DEP-4
    /// @param refused    for the first rule that the form would break
    record Preview(
            Deal deal,
            Reckoning reckoned,
            BigDecimal capPercent,
            @Nullable Refused refused) {}

    @Inject
    Deals deals;

    @Inject
    OrderForms orderForms;

    @Inject
    TryingPrices prices;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// A form that nobody has signed in full is replaced by the next one; a signed one only a superior voids
    /// (DEP-6).
    OrderForm draw(UUID id, Content content, List<Buyer.Details> buyers) {
        var deal = deals.toChange(caller.scope(), id);
        mayDraw(deal, content.topUpBy(), content.signBy()).ifPresent(draft -> {
            draft.voided("REPLACED", clock.instant());
            orderForms.flush();
        });
        deal.nameBuyers(named(buyers), clock.instant());
        var form = drawn(deal, content);
        prices.mustAllow(Price.of(deal, content.figures().total()));
        return form;
    }

    /// What a form would come to, and the first rule that it would break. Nothing is kept; and nothing is told of the
    /// floor price, which only a form that is drawn is held against (INV-12).
    Preview preview(UUID id, PreviewOrderForm wish) {
        var deal = deals.get(caller.scope(), id);
        var discount = Money.sum(wish.steps().stream().map(DiscountStep::amount).toList());
        var reckoned = Reckoning.of(deal, wish.unitPrice(), discount);
        var deposit = Objects.requireNonNullElse(wish.deposit(), Money.ZERO);
        var figures = new OrderForm.Figures(wish.unitPrice(), discount, reckoned.total(), deposit);
        var content = new Content(
                figures,
                wish.topUpBy(),
                Objects.requireNonNullElseGet(wish.signBy(), clock::today),
                List.of(),
                wish.steps(),
                null);
        var cap = settings.percent(deal.project(), DealSetting.DEPOSIT_CAP_PERCENT);
        try {
            mayDraw(deal, wish.topUpBy(), wish.signBy());
            OrderForm.mustBePossible(deal, content, cap);
            prices.mustBeWithinLimit(Price.of(deal, reckoned.total()));
            return new Preview(deal, reckoned, cap, null);
        } catch (Refused refused) {
            return new Preview(deal, reckoned, cap, refused);
        }
    }

    /// A form for a deal whose earlier one, if there was one, has ended.
    public OrderForm drawn(Deal deal, Content content) {
        var form = OrderForm.drawn(
                        deal,
                        orderForms.nextNumber(deal.id()),
                        content,
                        settings.percent(deal.project(), DealSetting.DEPOSIT_CAP_PERCENT))
                .by(caller.name(), clock.instant());
        orderForms.persist(form);
        return form;
    }

    /// The customer's signature is recorded by the consultant; a site manager signs in person.
    OrderForm sign(UUID id, Signer as) {
        var deal = deals.toChange(caller.scope(), orderForms.dealOf(id));
        var form = orderForms.get(caller.scope(), id);
        switch (as) {
            case CUSTOMER, CONSULTANT ->
                refuseUnless(
                        caller.holds(deal.project(), Role.CONSULTANT)
                                && caller.name().equals(deal.consultant()),
                        DealRefusal.SIGNATURE_IS_ANOTHERS);
            case SITE_MANAGER ->
                refuseUnless(caller.holds(deal.project(), Role.SITE_MANAGER), DealRefusal.SIGNATURE_IS_ANOTHERS);
        }
        form.sign(deal, new Signature(as, caller.name(), clock.instant())).ifPresent(outbox::append);
        return form;
    }

    /// Buyers as written on a form, sealed.
    public List<Buyer> named(List<Buyer.Details> buyers) {
        return IntStream.range(0, buyers.size())
                .mapToObj(index -> Buyer.named(buyers.get(index), index, sealing))
                .toList();
    }

    /// DEP-3: while nothing is signed for good; DEP-2: both dates within the project's limits, and the deposit complete
    /// before the contract is to be signed.
    ///
    /// @return the form that the next one replaces
    private Optional<OrderForm> mayDraw(Deal deal, @Nullable LocalDate topUpBy, @Nullable LocalDate signBy) {
        deal.mayDraw();
        if (topUpBy != null) {
            Deadline.toTopUp(settings, deal.project(), clock.today(), topUpBy).mustBePossible();
        }
        if (signBy != null) {
            Deadline.toSign(settings, deal.project(), clock.today(), signBy).mustBePossible();
        }
        Deadline.mustBeInOrder(topUpBy, signBy);
        var draft = orderForms.current(deal.id());
        draft.ifPresent(form -> refuseIf(form.state() == OrderFormState.SIGNED, DealRefusal.ORDER_FORM_IS_SIGNED));
        return draft;
    }
}
