package org.anchang.inventory.opening.callup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Tickets;
import org.anchang.inventory.opening.ticket.ShowingTickets;
import org.anchang.inventory.opening.ticket.ShownTicket;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-13: the call-up of an opening day.
@Path("/api/v1/opening-days/{day}")
@RunOnVirtualThread
@Tag(name = "Opening days")
public class CallResource implements OfferSource {
    /// @param desk where those who are called shall go
    public record CallNext(@Nullable @Size(max = 20) String desk) {}

    /// @param tickets in the order of the queue
    public record Call(UUID day, @Nullable String desk, List<CalledTicket> tickets) {}

    public record CalledTicket(
            UUID id, String number, @Nullable UUID customer, Instant appearUntil, List<Action> actions) {}

    public record Reinstate(@NotBlank @Size(max = 500) String reason) {}

    private static final Offer PRESENCE = Offer.of(InventoryAction.PRESENCE, CallResource.class, "appear");

    private static final List<Offer> FOR_OTHERS = List.of(
            Offer.of(InventoryAction.CALLS, CallResource.class, "call"),
            PRESENCE,
            Offer.of(InventoryAction.REINSTATEMENT, CallResource.class, "reinstate"));

    @Inject
    CallingTickets calling;

    @Inject
    ShowingTickets showing;

    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Path("/calls")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Call the next tickets; several desks may call at the same moment")
    public Call call(@PathParam("day") UUID day, @NotNull @Valid CallNext request) {
        var called = calling.call(day, request.desk());
        var project = days.get(caller.scope(), day).project();
        return new Call(
                day,
                request.desk(),
                called.stream()
                        .map(ticket -> new CalledTicket(
                                ticket.id(),
                                ticket.number(),
                                ticket.customer(),
                                ticket.appearUntil(),
                                List.of(PRESENCE.to(caller, project, day, ticket.id()))))
                        .toList());
    }

    @POST
    @Path("/tickets/{ticket}/presence")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "The holder of a called ticket has appeared, and may hold units from now on")
    public ShownTicket appear(@PathParam("day") UUID id, @PathParam("ticket") UUID ticket) {
        calling.appear(id, ticket);
        var day = days.get(caller.scope(), id);
        return showing.inList(day, tickets.get(caller.scope(), day, ticket));
    }

    @POST
    @Path("/tickets/{ticket}/reinstatement")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Put a ticket that is out back into the queue, to its end, as if it had never been absent")
    public ShownTicket reinstate(
            @PathParam("day") UUID id, @PathParam("ticket") UUID ticket, @NotNull @Valid Reinstate request) {
        calling.reinstate(id, ticket, request.reason());
        var day = days.get(caller.scope(), id);
        return showing.inList(day, tickets.get(caller.scope(), day, ticket));
    }
}
