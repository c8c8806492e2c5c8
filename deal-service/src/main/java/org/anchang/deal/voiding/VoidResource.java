package org.anchang.deal.voiding;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Asking for an order form to be voided.
@Path("/api/v1/deals")
@RunOnVirtualThread
@Tag(name = "Changes")
public class VoidResource implements Offers {
    private static final Offered VOID = Offered.of(160, DealAction.REQUEST_VOID, VoidResource.class, "requestVoid");

    public record RequestVoid(@NotBlank @Size(max = 2000) String reason) {}

    @Inject
    VoidingDeal voiding;

    @Inject
    ChangeAnswers answers;

    @POST
    @Path("/{id}/void-requests")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "DEP-6: ask a superior to void the order form; what was paid is owed back")
    public ChangeAnswers.Request requestVoid(@PathParam("id") UUID id, @NotNull @Valid RequestVoid asked) {
        return answers.of(voiding.request(id, asked.reason()));
    }

    @Override
    public List<Offered> offers(Deal deal, AllKept kept) {
        return ChangeKind.VOID.isPossibleAt(deal.stage()) ? List.of(VOID) : List.of();
    }
}
