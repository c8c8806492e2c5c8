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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.PastOwners.CustomerStood;
import org.anchang.customer.ownership.PastOwners.OwnerDifference;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// AOF-1: the owners of customers as they stood. Whoever may see the customer may see whose they were.
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER,
    Role.SALES_SUPERVISOR,
    Role.SALES_MANAGER,
    Role.SALES_STATISTICIAN,
    Role.GENERAL_MANAGER
})
@Tag(name = "Customers")
public class PastOwnerResource {
    /// @param at the moment that was asked for
    public record PastCustomer(Instant at, CustomerStood customer) {}

    @Inject
    Customers customers;

    @Inject
    PastOwners owners;

    @Inject
    Past past;

    @Inject
    Caller caller;

    @GET
    @Path("/customers/{id}/as-of")
    @Snapshot
    @Operation(
            summary = "AOF-1: whose the customer was at a moment of the office, by any id they ever had; an id of a record"
                    + " that was merged since is that record")
    public PastCustomer asOf(@PathParam("id") UUID id, @QueryParam("at") @NotNull Instant at) {
        var customer = customers.get(caller.scope(), id);
        var moment = past.at(at);
        var found = owners.at(id, moment).stream().toList();
        return new PastCustomer(moment, Past.begun(found, customer.registeredAt()));
    }

    @GET
    @Path("/owner-differences")
    @Snapshot
    @Operation(summary = "AOF-1: customers who were another's at the second moment than at the first")
    public Page<OwnerDifference> differences(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("from") @NotNull Instant from,
            @QueryParam("to") @NotNull Instant to,
            @Valid @BeanParam PageRequest page) {
        caller.mustBeBoundTo(project);
        return owners.between(caller.scope(), project, past.between(from, to), page);
    }
}
