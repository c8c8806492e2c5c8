package org.anchang.inventory.hold;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// INV-13: what became of a ticket of an opening day, up to what was held with it.
@Path("/api/v1/opening-days/{day}/tickets/{ticket}/history")
@RunOnVirtualThread
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER,
    Role.SALES_SUPERVISOR,
    Role.SALES_MANAGER,
    Role.GENERAL_MANAGER,
    Role.ADMINISTRATOR
})
@Tag(name = "Opening days")
public class TicketHistoryResource {
    @Inject
    TicketHistory history;

    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary =
                    "Everything that happened to the ticket, the oldest first, and what was held with it: consultants see"
                            + " their own holds")
    public Page<TicketHistory.TicketHistoryLine> history(
            @PathParam("day") UUID id, @PathParam("ticket") UUID ticket, @BeanParam @Valid PageRequest page) {
        var day = days.get(caller.scope(), id);
        return history.of(caller.scope(), day.project(), tickets.get(caller.scope(), day, ticket), page);
    }
}
