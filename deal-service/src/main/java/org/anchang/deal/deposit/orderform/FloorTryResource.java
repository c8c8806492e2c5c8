package org.anchang.deal.deposit.orderform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// INV-12: what tells a manager that somebody feels for a floor price.
@Path("/api/v1/floor-tries")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
@Tag(name = "Order forms")
public class FloorTryResource {
    @Inject
    FloorTries tries;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "Prices below a floor price that somebody asked for and was refused, the newest first",
            description = "After FLOOR_TRIES of them of one unit, no price below the list is drawn up for that person.")
    public Page<FloorTries.Try> list(
            @NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return tries.of(project, page);
    }
}
