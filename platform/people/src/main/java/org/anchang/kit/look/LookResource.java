package org.anchang.kit.look;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.anchang.kit.OwnResources;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-6: who has seen personal data in full, at `/api/v1/<service>-looks`, e.g. `deal-looks`; in services that show
/// such data and so keep looks, which `anchang.looks.listed` says as they are built.
@Path("/api/v1")
@RunOnVirtualThread
@IfBuildProperty(name = "anchang.looks.listed", stringValue = "true")
@Tag(name = "Looks")
@RolesAllowed({Role.ADMINISTRATOR, Role.SITE_MANAGER})
public class LookResource {
    @Inject
    Looks looks;

    @Inject
    Caller caller;

    @Inject
    OwnResources own;

    @GET
    @Path("/{looks:[a-z]+-looks}")
    @Snapshot
    @Operation(
            summary = "Who looked at personal data in full, the latest first",
            description = "`of`: the customer or deal whose data were shown; `by`: the person who looked")
    public Page<Looks.Look> list(
            @PathParam("looks") String resource,
            @QueryParam("project") @Nullable String project,
            @QueryParam("of") @Nullable UUID of,
            @QueryParam("by") @Nullable String by,
            @Valid @BeanParam PageRequest page) {
        own.mustBeOurs(resource);
        return looks.list(caller.scope(), new Looks.Filter(project, of, by), page);
    }
}
