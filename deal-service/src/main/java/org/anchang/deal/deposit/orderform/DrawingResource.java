package org.anchang.deal.deposit.orderform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Buyer;
import org.anchang.deal.Buyers;
import org.anchang.deal.deposit.orderform.OrderForm.Content;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountKind;
import org.anchang.deal.deposit.orderform.OrderForm.DiscountStep;
import org.anchang.deal.deposit.orderform.OrderForm.Fee;
import org.anchang.deal.deposit.orderform.OrderForm.Figures;
import org.anchang.deal.deposit.orderform.OrderForm.PayingBy;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// DEP-3: an order form (定单) is drawn up for a deal.
@Path("/api/v1/deals/{id}/order-forms")
@RunOnVirtualThread
@Tag(name = "Order forms")
public class DrawingResource {
    public record Charge(
            @NotBlank @Size(max = 100) String label,
            @NotNull @AtLeast("0.00") Money amount,
            @Nullable LocalDate dueOn) {}

    public record Step(
            @NotNull DiscountKind kind,
            @NotNull @AtLeast("0.00") Money amount) {}

    /// @param payingBy how the buyer means to pay, where that is known
    public record DrawOrderForm(
            @NotNull @AtLeast("0.01") Money unitPrice,
            @NotNull Money discount,
            @NotNull Money total,
            @NotNull @AtLeast("0.00") Money deposit,
            @Nullable LocalDate topUpBy,
            @NotNull LocalDate signBy,
            @Nullable @Size(max = 50) List<@Valid @NotNull Charge> taxesAndFees,
            @Nullable @Size(max = 20) List<@Valid @NotNull Step> discountStack,
            @Nullable PayingBy payingBy,
            @NotEmpty @Size(max = Buyers.MOST) List<Buyer.@Valid @NotNull Details> buyers) {
        Content content() {
            return new Content(
                    new Figures(unitPrice, discount, total, deposit),
                    topUpBy,
                    signBy,
                    taxesAndFees == null
                            ? List.of()
                            : taxesAndFees.stream()
                                    .map(c -> new Fee(c.label(), c.amount(), c.dueOn()))
                                    .toList(),
                    steps(discountStack),
                    payingBy);
        }
    }

    static List<DiscountStep> steps(@Nullable List<Step> asked) {
        return asked == null
                ? List.of()
                : asked.stream()
                        .map(step -> new DiscountStep(step.kind(), step.amount()))
                        .toList();
    }

    @Inject
    DrawingOrderForm drawing;

    @Inject
    OrderFormAnswers answers;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_MANAGER})
    @Operation(summary = "Draw up the order form; it is checked as a whole, to the cent")
    public OrderFormAnswers.OrderFormAnswer draw(@PathParam("id") UUID id, @NotNull @Valid DrawOrderForm form) {
        return answers.of(drawing.draw(id, form.content(), form.buyers()));
    }
}
