package org.anchang.customer.ownership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.PastOwners.CustomerStood;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.past.Past;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// AOF-1: whose a customer was. Whoever may see the customer may see whose they were.
@Path("/api/v1/customers/{id}/as-of")
@RunOnVirtualThread
@RolesAllowed(Role.SALES)
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
    @Snapshot
    @Operation(
            summary =
                    "AOF-1: whose the customer was at a moment of the office, by any id they ever had; an id of a record"
                            + " that was merged since is that record")
    public PastCustomer asOf(@PathParam("id") UUID id, @QueryParam("at") @NotNull Instant at) {
        var customer = customers.get(caller.scope(), id);
        var moment = past.at(at);
        var found = owners.at(id, moment).stream().toList();
        return new PastCustomer(moment, Past.begun(found, customer.registeredAt()));
    }
}
