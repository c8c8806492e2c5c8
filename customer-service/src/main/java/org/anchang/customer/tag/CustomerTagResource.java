package org.anchang.customer.tag;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.tag.TagsOfCustomers.TagOfCustomer;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-9: the tags of one customer: whoever may correct what is known of them sets and removes them.
@Path("/api/v1/customers/{id}/tags")
@RunOnVirtualThread
@Tag(name = "Customer tags")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
public class CustomerTagResource {
    public record ChangeTags(
            @NotNull @Size(max = 20) Set<@NotNull UUID> add,
            @NotNull @Size(max = 20) Set<@NotNull UUID> remove) {}

    /// @param removedBy absent: it stands
    public record PastTag(
            String name,
            String setBy,
            Instant setAt,
            @Nullable String removedBy,
            @Nullable Instant removedAt) {}

    /// @param history what was set and removed, the last first
    public record CustomerTags(List<TagOfCustomer> items, List<PastTag> history, List<Action> actions) {}

    private static final Offer SET_TAGS = Offer.of(CustomerAction.SET_TAGS, CustomerTagResource.class, "change");

    @Inject
    TagsOfCustomers tags;

    @Inject
    Customers customers;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "The tags of a customer, and who set and removed them")
    public CustomerTags list(@PathParam("id") UUID id) {
        return shown(customers.get(caller.scope(), id));
    }

    @POST
    @Idempotent
    @Operation(summary = "Set and remove tags of a customer")
    public CustomerTags change(@PathParam("id") UUID id, @NotNull @Valid ChangeTags wish) {
        var customer = customers.get(caller.scope(), id);
        refuseUnless(mayChange(customer), KitRefusal.NOT_FOUND);
        tags.change(customer, wish.add(), wish.remove(), new TagsOfCustomers.Tagger(caller.name(), clock.instant()));
        return shown(customer);
    }

    private CustomerTags shown(Customer customer) {
        return new CustomerTags(
                tags.of(List.of(customer.id())).getOrDefault(customer.id(), List.of()),
                tags.history(customer),
                List.of(SET_TAGS.on(mayChange(customer), customer.id())));
    }

    private boolean mayChange(Customer customer) {
        return customer.belongsTo(caller.name()) && caller.holds(customer.project(), Role.CONSULTANT)
                || caller.holds(customer.project(), Role.SITE_MANAGER);
    }
}
