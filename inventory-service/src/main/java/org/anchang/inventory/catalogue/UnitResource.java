package org.anchang.inventory.catalogue;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.unit.editing.CorrectingUnits;
import org.anchang.inventory.unit.editing.CorrectingUnits.Correction;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Seen;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-1: every unit, to look things up.
@Path("/api/v1/units")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Units")
public class UnitResource {
    /// What is left out stays as it is.
    public record Correct(
            @Nullable @Seen @Size(max = 50) String layout,
            @Nullable @Seen @Size(max = 50) String view,
            @Nullable ProductType productType,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    UnitListing units;

    @Inject
    CorrectingUnits correcting;

    @Inject
    ShowingUnits showing;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary =
                    "Units, in the order of the price list; by project, building, floor, state, product type, layout, view,"
                            + " list total and area")
    public Page<ShownUnit> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("floor") @Parameter(description = "As the price list has it, e.g. `3A`") @Nullable String floor,
            @QueryParam("view")
                    @Parameter(description = "What it looks out on, as the price list has it, e.g. `湖景`")
                    @Nullable
                    String view,
            @BeanParam @Valid UnitFilter filter,
            @BeanParam @Valid PageRequest page) {
        var found = units.list(caller.scope(), new UnitListing.Whereabouts(project, floor, view), filter, page);
        return new Page<>(showing.show(found.items()), found.next());
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Operation(summary = "One unit as it stands")
    public ShownUnit get(@PathParam("id") UUID id) {
        return showing.show(id);
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            summary =
                    "Correct what the price list got wrong about a unit: layout, view, product type; neither price nor state, and"
                            + " with the reason")
    public ShownUnit correct(@PathParam("id") UUID id, @NotNull @Valid Correct request) {
        var type = request.productType();
        correcting.correct(
                id,
                new Correction(request.layout(), request.view(), type == null ? null : type.name(), request.reason()));
        return showing.show(id);
    }
}
