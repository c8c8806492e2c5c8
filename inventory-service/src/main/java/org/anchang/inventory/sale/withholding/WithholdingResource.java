package org.anchang.inventory.sale.withholding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.catalogue.ShowingUnits;
import org.anchang.inventory.catalogue.ShownUnit;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// INV-14: a unit is taken off sale, and offered again.
@Path("/api/v1/units/{unit}/withholdings")
@RunOnVirtualThread
@RolesAllowed(Role.SITE_MANAGER)
@Tag(name = "Releases")
public class WithholdingResource implements OfferSource {
    public record Withhold(@NotBlank @Size(max = 500) String reason) {}

    private static final List<Offer> FOR_OTHERS = List.of(
            Offer.of(InventoryAction.WITHHOLD, WithholdingResource.class, "withhold"),
            Offer.of(InventoryAction.END_WITHHOLDING, WithholdingResource.class, "end"));

    @Inject
    WithholdingUnits withholding;

    @Inject
    ShowingUnits showing;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Take an available unit off sale; consultants and screens see it as not for sale, `CLOSED`")
    public ShownUnit withhold(@PathParam("unit") UUID id, @NotNull @Valid Withhold request) {
        withholding.withhold(id, request.reason());
        return showing.show(id);
    }

    @POST
    @Path("/end")
    @Idempotent
    @Operation(summary = "Offer a withheld unit again")
    public ShownUnit end(@PathParam("unit") UUID id) {
        withholding.offerAgain(id);
        return showing.show(id);
    }
}
