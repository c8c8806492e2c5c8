package org.anchang.inventory.opening.ticket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.opening.Tickets;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Seen;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-13: the tickets of an opening day.
@Path("/api/v1/opening-days/{day}/tickets")
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
public class TicketResource implements OfferSource {
    /// @param tickets        rows of the list
    /// @param withCustomer   how many of them name their customer
    /// @param ignoredColumns headings that mean nothing here
    /// @param sheets         what was read of each sheet, and what was not
    public record ImportedTickets(
            UUID day,
            int tickets,
            int withCustomer,
            List<String> ignoredColumns,
            List<ReadSheet> sheets,
            List<Action> actions) {}

    /// @param reason why for another customer than before, which only a site manager may say
    public record NameCustomer(
            @NotNull UUID customer,
            @Nullable @Seen @Size(max = 500) String reason) {}

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.TICKETS, TicketResource.class, "take"));

    @Inject
    ImportingTickets importing;

    @Inject
    CheckingIn checkingIn;

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
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Consumes({"text/csv", "text/plain", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Produces({MediaType.APPLICATION_JSON, AnsweringBadRows.CSV})
    @Operation(
            summary = "Put tickets on the list: CSV in UTF-8 or GBK, or XLSX, with the columns 排号,姓名,电话 and, if there,"
                    + " 客户, in any order; all rows or none. All sheets are read, or the one named as"
                    + " sheet; what is hidden is not. Bad rows come as a problem document, or with Accept: text/csv"
                    + " as a file of them with a column 原因")
    public ImportedTickets take(
            @PathParam("day") UUID day,
            @Nullable @Seen @Size(max = 31) @QueryParam("sheet") String sheet,
            SentFile file) {
        var imported = importing.take(day, new ListFile.Sent(file.path(), sheet));
        return new ImportedTickets(
                day,
                imported.tickets(),
                imported.withCustomer(),
                ReadSheet.unknown(imported.sheets()),
                imported.sheets(),
                List.of());
    }

    @GET
    @Snapshot
    @Operation(summary = "Tickets in the order of the list, names and phones masked; filtered by state and number")
    public Page<ShownTicket> list(
            @PathParam("day") UUID id,
            @QueryParam("state") @Nullable TicketState state,
            @QueryParam("number") @Nullable String number,
            @BeanParam @Valid PageRequest page) {
        var day = days.get(caller.scope(), id);
        return tickets.list(caller.scope(), day, new Tickets.TicketFilter(state, number), page)
                .map(ticket -> showing.inList(day, ticket));
    }

    @GET
    @Path("/{ticket}")
    @Snapshot
    @Operation(summary = "One ticket; site managers see name and phone in full, which is recorded")
    public ShownTicket get(@PathParam("day") UUID day, @PathParam("ticket") UUID ticket) {
        return showing.one(days.get(caller.scope(), day), ticket);
    }

    @POST
    @Path("/{ticket}/check-in")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "The holder has come; after the draw, to the end of the queue")
    public ShownTicket checkIn(@PathParam("day") UUID day, @PathParam("ticket") UUID ticket) {
        var one = new CheckingIn.TicketOfDay(day, ticket);
        checkingIn.checkIn(one);
        return showing.afterCommand(one);
    }

    @POST
    @Path("/{ticket}/customer")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary =
                    "Name the customer whom the ticket buys for, where the list did not; with a reason a site manager names another"
                            + " one, as long as nothing was held with the ticket")
    public ShownTicket nameCustomer(
            @PathParam("day") UUID day, @PathParam("ticket") UUID ticket, @NotNull @Valid NameCustomer request) {
        checkingIn.nameCustomer(day, new Tickets.Owner(ticket, request.customer(), request.reason()));
        return showing.afterCommand(new CheckingIn.TicketOfDay(day, ticket));
    }
}
