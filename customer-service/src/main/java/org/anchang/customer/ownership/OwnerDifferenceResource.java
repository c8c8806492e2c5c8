package org.anchang.customer.ownership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.anchang.customer.ownership.PastOwners.OwnerDifference;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// AOF-1: who changed hands between two moments.
@Path("/api/v1/owner-differences")
@RunOnVirtualThread
@RolesAllowed(Role.SALES)
@Tag(name = "Customers")
public class OwnerDifferenceResource {
    @Inject
    PastOwners owners;

    @Inject
    Past past;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "AOF-1: customers who were another's at the second moment than at the first")
    public Page<OwnerDifference> list(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("from") @NotNull Instant from,
            @QueryParam("to") @NotNull Instant to,
            @Valid @BeanParam PageRequest page) {
        caller.mustBeBoundTo(project);
        return owners.between(caller.scope(), project, past.between(from, to), page);
    }
}
