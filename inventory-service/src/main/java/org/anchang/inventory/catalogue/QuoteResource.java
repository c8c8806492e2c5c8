package org.anchang.inventory.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.paper.PaperResource;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// PAP-2: the quotes (房源报价单) that were printed of a unit.
@Path("/api/v1/units/{id}/quotes")
@RunOnVirtualThread
@RolesAllowed({Role.SALES, Role.FINANCE})
@Tag(name = "Papers")
public class QuoteResource {
    /// By whoever may see what was printed.
    private static final Offer PRINT = Offer.of(InventoryAction.PRINT_QUOTE, PaperResource.class, "print");

    /// What was printed of a unit, the latest first; and whether the caller may print.
    public record QuotePrints(List<PaperDesk.Printed> items, List<Action> actions) {}

    @Inject
    PaperDesk desk;

    @Inject
    UnitListing units;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PAP-2: the quotes that were printed of a unit: by whom, when, how many copies; 200 at most")
    public QuotePrints prints(@PathParam("id") UUID id) {
        var unit = units.get(caller.scope(), id);
        return new QuotePrints(
                desk.of(unit.id()),
                List.of(PRINT.to(caller, unit.project(), "inventory-papers", QuotePaper.NAME, unit.id())));
    }
}
