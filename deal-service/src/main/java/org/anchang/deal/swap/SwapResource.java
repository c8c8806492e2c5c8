package org.anchang.deal.swap;

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
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Asking for a swap (调房).
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class SwapResource implements Offers {
    private static final Offered SWAP = Offered.of(110, DealAction.REQUEST_SWAP, SwapResource.class, "requestSwap");

    /// @param hold      on the new unit, for the same customer
    /// @param unitPrice left out: as the hold froze it
    public record RequestSwap(
            @NotNull UUID hold,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @AtLeast("0.01") Money unitPrice,
            @Nullable Money discount) {}

    @Inject
    SwappingUnit swapping;

    @POST
    @Path("/{id}/swap-requests")
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "SWP-1 … SWP-3: ask for another unit; it stays held as long as the approval runs")
    public ChangeAnswers.Request requestSwap(@PathParam("id") UUID id, @NotNull @Valid RequestSwap asked) {
        return swapping.request(id, asked);
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return ChangeKind.SWAP.isPossibleAt(deal.stage()) ? List.of(SWAP) : List.of();
    }
}
