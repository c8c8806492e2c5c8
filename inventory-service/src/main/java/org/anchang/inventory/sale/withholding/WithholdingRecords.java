package org.anchang.inventory.sale.withholding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.anchang.inventory.sale.withholding.Withholdings.Withholding;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// INV-14: what was taken off sale is on record, as releases are.
@Path("/api/v1/withholdings")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
@Tag(name = "Releases")
public class WithholdingRecords {
    @Inject
    Withholdings withholdings;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "What was taken off sale in the project, the newest first")
    public Page<Withholding> list(@NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return withholdings.list(project, page);
    }
}
