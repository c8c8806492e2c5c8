package org.anchang.deal.deposit.orderform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.DealAnswers;
import org.anchang.deal.answer.Printing;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.deal.deposit.orderform.OrderForm.Fee;
import org.anchang.deal.deposit.orderform.OrderForm.OrderFormState;
import org.anchang.deal.deposit.orderform.OrderForm.PayingBy;
import org.anchang.deal.deposit.orderform.OrderForm.Signer;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An order form as it is answered; who the buyers are is masked.
@ApplicationScoped
public class OrderFormAnswers {
    public record Signed(Signer as, String by, Instant at) {}

    /// @param version       which form of its deal: the first, the second …
    /// @param area          of the home; it is priced by it unless `priceBasis` is `WHOLE_UNIT`
    /// @param priceBasis    INV-10: `BUILDING_AREA`, `INTERIOR_AREA` or `WHOLE_UNIT`
    /// @param payingBy      how the buyer means to pay; absent where nobody said
    /// @param attachedTotal INV-11: parking spaces and storage rooms that are priced apart
    @Schema(name = "OrderForm")
    public record OrderFormAnswer(
            UUID id,
            UUID deal,
            int version,
            OrderFormState state,
            UUID unit,
            BigDecimal area,
            String priceBasis,
            Money unitPrice,
            Money attachedTotal,
            Money discount,
            Money total,
            Money deposit,
            @Nullable LocalDate topUpBy,
            LocalDate signBy,
            List<Fee> taxesAndFees,
            List<DiscountStep> discountStack,
            @Nullable PayingBy payingBy,
            List<DealAnswers.Party> buyers,
            List<Signed> signatures,
            @Nullable String endReason,
            List<Action> actions) {}

    private static final Offer SIGN = Offer.of(DealAction.SIGN, OrderFormResource.class, "sign");

    @Inject
    Deals deals;

    @Inject
    DealAnswers answers;

    @Inject
    Caller caller;

    OrderFormAnswer of(OrderForm form) {
        var content = form.content();
        var figures = content.figures();
        var deal = deals.get(caller.scope(), form.deal());
        return new OrderFormAnswer(
                form.id(),
                form.deal(),
                form.number(),
                form.state(),
                form.unit(),
                form.area(),
                form.priceBasis(),
                figures.unitPrice(),
                form.attachedTotal(),
                figures.discount(),
                figures.total(),
                figures.deposit(),
                content.topUpBy(),
                content.signBy(),
                content.taxesAndFees(),
                content.discountStack(),
                content.payingBy(),
                answers.parties(deal, false),
                form.signatures().stream()
                        .map(s -> new Signed(s.signedAs(), s.recordedBy(), s.signedAt()))
                        .toList(),
                form.endReason(),
                actions(deal.project(), form));
    }

    private List<Action> actions(String project, OrderForm form) {
        var print = Printing.action(DealAction.PRINT, "order-form", form.id(), project, caller);
        if (form.state() != OrderFormState.DRAFT) {
            return List.of(print);
        }
        return List.of(SIGN.to(caller, project, form.id()), print);
    }
}
