package org.anchang.customer.showing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.ETags;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Customers as people read them.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Customers")
@RolesAllowed({Role.SALES, Role.ADMINISTRATOR})
public class CustomerResource {
    @Inject
    Customers customers;

    @Inject
    ShowingCustomers showing;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(
            summary = "One customer, by any id they ever had, with the ETag to correct it; a consultant sees own ones")
    public RestResponse<ShownCustomer> get(@PathParam("id") UUID id) {
        var customer = customers.get(caller.scope(), id);
        return RestResponse.ResponseBuilder.ok(showing.one(customer))
                .tag(ETags.of(customer.version()))
                .build();
    }
}
