package org.anchang.inventory.sale.release;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// INV-14: which units a release put on sale.
@Path("/api/v1/releases/{release}/units")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
@Tag(name = "Releases")
public class ReleasedUnitsResource {
    @Inject
    Releases releases;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "The units of a release")
    public Page<Releases.ReleasedUnit> list(@PathParam("release") UUID release, @BeanParam @Valid PageRequest page) {
        releases.get(caller.scope(), release);
        return releases.units(release, page);
    }
}
