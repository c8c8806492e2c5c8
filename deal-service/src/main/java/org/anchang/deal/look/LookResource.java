package org.anchang.deal.look;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-6: who has seen the data of a deal's buyers in full.
@Path("/api/v1/deal-looks")
@RunOnVirtualThread
@Tag(name = "Looks")
@RolesAllowed({Role.ADMINISTRATOR, Role.SITE_MANAGER})
public class LookResource {
    @Inject
    Looks looks;

    @Inject
    Caller caller;

    @GET
    @Transactional
    @Operation(
            summary = "Who looked at the data of buyers in full, the latest first",
            description = "`of`: the deal; `by`: the person who looked")
    public Page<Looks.Look> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("of") @Nullable UUID of,
            @QueryParam("by") @Nullable String by,
            @Valid @BeanParam PageRequest page) {
        return looks.list(caller.scope(), new Looks.Filter(project, of, by), page);
    }
}
