package org.anchang.inventory.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.inventory.unit.attachment.AttachingUnits;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// INV-11: what goes with a home.
@Path("/api/v1/units/{home}/attached-units")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER})
@Tag(name = "Units")
public class AttachmentResource {
    /// @param pricedApart whether its price is added to the home's; otherwise it is in it
    public record Attach(@NotNull UUID unit, @NotNull Boolean pricedApart) {}

    public record Detach(@NotNull UUID unit) {}

    @Inject
    AttachingUnits attaching;

    @Inject
    ShowingUnits showing;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Attach a parking space or storage room to a home; from then on they go together")
    public ShownUnit attach(@PathParam("home") UUID home, @NotNull @Valid Attach request) {
        attaching.attach(new AttachingUnits.Pair(home, request.unit()), request.pricedApart());
        return showing.show(home);
    }

    @POST
    @Path("/detachments")
    @Idempotent
    @Operation(summary = "Let it be a unit of its own again")
    public ShownUnit detach(@PathParam("home") UUID home, @NotNull @Valid Detach request) {
        attaching.detach(new AttachingUnits.Pair(home, request.unit()));
        return showing.show(home);
    }
}
