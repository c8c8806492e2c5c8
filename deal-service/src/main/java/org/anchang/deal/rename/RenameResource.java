package org.anchang.deal.rename;

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
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Buyer;
import org.anchang.deal.Buyers;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.AllKept;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Offered;
import org.anchang.deal.answer.Offers;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Asking for a rename (更名).
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class RenameResource implements Offers {
    private static final Offered RENAME =
            Offered.of(130, DealAction.REQUEST_RENAME, RenameResource.class, "requestRename");

    public record RequestRename(
            @NotEmpty @Size(max = Buyers.MOST) List<Buyer.@NotNull @Valid Details> buyers,
            @NotBlank @Size(max = 2000) String reason,
            boolean oldBuyersSigned,
            boolean newBuyersSigned) {}

    @Inject
    RenamingPurchaser renaming;

    @Inject
    ChangeAnswers answers;

    @POST
    @Path("/{id}/rename-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "REN-1: ask for other buyers; both sides have signed the form")
    public ChangeAnswers.Request requestRename(@PathParam("id") UUID id, @NotNull @Valid RequestRename asked) {
        return answers.of(renaming.request(
                id,
                new RenamingPurchaser.NewNames(
                        asked.buyers(), asked.reason(), asked.oldBuyersSigned() && asked.newBuyersSigned())));
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return ChangeKind.RENAME.isPossibleAt(deal.stage()) ? List.of(RENAME) : List.of();
    }
}
