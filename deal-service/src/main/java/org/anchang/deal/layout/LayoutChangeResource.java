package org.anchang.deal.layout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
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
import org.anchang.kit.name.Seen;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Asking for a layout change (户型结构变更).
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class LayoutChangeResource implements Offers {
    private static final Offered CHANGE =
            Offered.of(150, DealAction.REQUEST_LAYOUT_CHANGE, LayoutChangeResource.class, "requestLayoutChange");

    /// @param layout       as it is to be, e.g. `3/2`; left out where it stays, as the areas are
    public record RequestLayoutChange(
            @NotBlank @Size(max = 4000) String wishes,
            @Nullable @Seen @Size(max = 50) String layout,

            @Nullable @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
            BigDecimal buildingArea,

            @Nullable @DecimalMin("0.01") @Digits(integer = 8, fraction = 2)
            BigDecimal interiorArea) {}

    @Inject
    ChangingLayout changingLayout;

    @Inject
    ChangeAnswers answers;

    @POST
    @Path("/{id}/layout-change-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "LAY-1: ask for a structural change of the unit")
    public ChangeAnswers.Request requestLayoutChange(
            @PathParam("id") UUID id, @NotNull @Valid RequestLayoutChange asked) {
        return answers.of(changingLayout.request(
                id,
                asked.wishes(),
                new ChangeForm.LayoutForm(asked.layout(), asked.buildingArea(), asked.interiorArea())));
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return ChangeKind.LAYOUT_CHANGE.isPossibleAt(deal.stage()) ? List.of(CHANGE) : List.of();
    }
}
