package org.anchang.customer.ownership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REC-6: the customer's wish for another consultant, or a dispute between two, is decided here.
@Path("/api/v1/customers/{id}/reassignments")
@RunOnVirtualThread
@Tag(name = "Customers")
public class ReassignmentResource implements OfferSource {
    public record Reassign(
            @NotBlank @Size(max = 100) String to,
            @NotBlank @Size(max = 500) String reason) {}

    /// @param reason for the customer's owner and the site manager alone
    /// @param pool   TRK-5: into or out of which named pool; absent: the general one, or none
    public record ShownChange(
            String from,
            String to,
            @Nullable String reason,
            @Nullable UUID pool,
            String decidedBy,
            Instant decidedAt) {
        static ShownChange of(OwnerChange change, Texts.Reading read) {
            return new ShownChange(
                    change.fromOwner(),
                    change.toOwner(),
                    read.of(change.reason(), OwnerChange.reasonOf(change.id())),
                    change.pool(),
                    change.decidedBy(),
                    change.decidedAt());
        }
    }

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(CustomerAction.REASSIGN, ReassignmentResource.class, "reassign"));

    @Inject
    Customers customers;

    @Inject
    OwnerChanges changes;

    @Inject
    ReassigningCustomers reassigning;

    @Inject
    ShowingCustomers showing;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(summary = "Decide that the customer belongs to another consultant from now on")
    public ShownCustomer reassign(@PathParam("id") UUID id, @NotNull @Valid Reassign request) {
        return showing.one(reassigning.reassign(id, request));
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "Whose customer it was before, why that changed, and who decided")
    public Page<ShownChange> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        var customer = customers.get(caller.scope(), id);
        var read = texts.of(customer);
        return changes.of(customer, page).map(change -> ShownChange.of(change, read));
    }
}
