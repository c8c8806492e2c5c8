package org.anchang.customer.showing;

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
import org.anchang.customer.Customers;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Customers as people read them.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Customers")
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER,
    Role.SALES_SUPERVISOR,
    Role.SALES_MANAGER,
    Role.SALES_STATISTICIAN,
    Role.GENERAL_MANAGER,
    Role.ADMINISTRATOR
})
public class CustomerResource {
    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    ShowingCustomers showing;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "One customer, by any id they ever had; a consultant sees own ones only")
    public ShownCustomer get(@PathParam("id") UUID id) {
        return showing.one(customers.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Operation(
            summary = "Customers of a project, phones masked",
            description = "`phone`: the whole number; `query`: a customer number or its beginning, or a whole name")
    public Page<ShownCustomer> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("query") @Nullable String query,
            @Valid @BeanParam PageRequest page) {
        var filter = new Customers.Filter(
                project,
                phone == null || Names.isUnseen(phone) ? null : phones.customersWith(Phone.of(phone)),
                query == null || Names.isUnseen(query)
                        ? null
                        : new Customers.Words(query, sealing.fingerprint(Names.key(query))));
        return showing.list(customers.list(caller.scope(), filter, page));
    }
}
