package org.anchang.customer.printing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerPrinting;
import org.anchang.customer.Customers;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// PAP-2: the papers that were printed about a customer.
@Path("/api/v1/customers/{id}/prints")
@RunOnVirtualThread
@RolesAllowed(Role.SALES)
@Tag(name = "Papers")
public class CustomerPrintsResource {
    /// What was printed about a customer, the latest first; and what else of it can be. The dossier is listed for owner
    /// and site manager alone.
    public record CustomerPrints(List<PaperDesk.Printed> items, List<Action> actions) {}

    @Inject
    PaperDesk desk;

    @Inject
    Customers customers;

    @Inject
    CustomerContent content;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "PAP-2: what was printed about a customer: by whom, when, how many copies")
    public CustomerPrints prints(@PathParam("id") UUID id) {
        var customer = customers.get(caller.scope(), id);
        var isOpen = content.isReadInFull(customer);
        var found = customers.records(customer).stream()
                .flatMap(record -> desk.of(record).stream())
                .filter(paper -> isOpen || !paper.paper().equals(DossierPaper.NAME))
                .sorted(Comparator.comparing(PaperDesk.Printed::id).reversed())
                .toList();
        return new CustomerPrints(found, List.of(CustomerPrinting.ofDossier(DossierPaper.NAME, customer.id(), isOpen)));
    }
}
