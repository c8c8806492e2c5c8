package org.anchang.deal.discount;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.deal.change.ChangeForm;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Asking for a special discount (特惠).
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class DiscountResource implements Offers {
    private static final Offered DISCOUNT =
            Offered.of(140, DealAction.REQUEST_DISCOUNT, DiscountResource.class, "requestDiscount");

    /// @param requestedDiscount the whole discount, in place of the normal one
    public record RequestDiscount(
            @NotNull Money requestedDiscount,
            @NotBlank @Size(max = 2000) String reason) {}

    @Inject
    GrantingDiscount discounting;

    @Inject
    ChangeAnswers answers;

    @POST
    @Path("/{id}/discount-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "DIS-1: ask for a discount beyond the normal one")
    public ChangeAnswers.Request requestDiscount(@PathParam("id") UUID id, @NotNull @Valid RequestDiscount asked) {
        return answers.of(
                discounting.request(id, new ChangeForm.DiscountForm(asked.requestedDiscount()), asked.reason()));
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        // There has to be a form whose price could be another.
        return ChangeKind.DISCOUNT.isPossibleAt(deal.stage()) && kept.form() != null ? List.of(DISCOUNT) : List.of();
    }
}
