package org.anchang.inventory.opening.draw;

import io.quarkus.security.Authenticated;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Seed;
import org.anchang.inventory.opening.ticket.ListFile;
import org.anchang.inventory.opening.ticket.TicketResource;
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

/// INV-13: the draw of an opening day, and all that is needed to check it.
@Path("/api/v1/opening-days/{day}")
@RunOnVirtualThread
@Tag(name = "Opening days")
public class DrawResource implements OfferSource {
    /// @param seed where the notary keeps it; left out where the service does
    public record DrawByLottery(@Nullable @Size(max = 500) String seed) {}

    /// @param seedHash   SHA-256 of the seed, as it was published when the day was planned
    /// @param seed       absent where the notary's list was taken over, as is `computation`
    /// @param computation how the order follows from seed and numbers
    /// @param tickets    how many took part
    /// @param ignoredColumns headings of the notary's file that mean nothing here
    /// @param sheets     what was read of each of its sheets, and what was not; both only in the answer to who
    ///                   sent it
    public record ShownDraw(
            UUID day,
            DrawMethod method,
            String seedHash,
            @Nullable String seed,
            @Nullable String computation,
            int tickets,
            String by,
            Instant at,
            List<String> ignoredColumns,
            List<ReadSheet> sheets) {}

    /// @param digest what decided on the place, in a lottery
    public record DrawnPlace(
            int place, String number, @Nullable String digest) {}

    private static final List<Offer> FOR_OTHERS = List.of(
            Offer.of(InventoryAction.DRAW, DrawResource.class, "draw"),
            Offer.of(InventoryAction.NOTARY_ORDER, DrawResource.class, "takeOver"));

    @Inject
    DrawingOrder drawing;

    @Inject
    Draws draws;

    @Inject
    OpeningDays days;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Path("/draw")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary = "Draw the order of those who have checked in by lottery, once and for all, and publish the seed")
    public ShownDraw draw(@PathParam("day") UUID day, @NotNull @Valid DrawByLottery request) {
        drawing.byLottery(day, request.seed());
        return shown(day, List.of());
    }

    @POST
    @Path("/notary-order")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Consumes({"text/csv", "text/plain", TicketResource.XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary =
                    "Take the order over from the notary's list: CSV or XLSX with the column 排号, from the first to the"
                            + " last, all who have checked in exactly once. Bad rows come as a problem document, or with Accept:"
                            + " text/csv as a file of them with a column 原因")
    public ShownDraw takeOver(
            @PathParam("day") UUID day,
            @Nullable @Seen @Size(max = 31) @QueryParam("sheet") String sheet,
            SentFile file) {
        return shown(day, drawing.byNotary(day, new ListFile.Sent(file.path(), sheet)));
    }

    @GET
    @Snapshot
    @Path("/draw")
    @Authenticated
    @Operation(summary = "The draw, with its seed; 404 before it")
    public ShownDraw get(@PathParam("day") UUID day) {
        return shown(day, List.of());
    }

    @GET
    @Snapshot
    @Path("/draw/places")
    @Authenticated
    @Operation(summary = "The result of the draw: numbers from the first to the last, as drawn for good")
    public Page<DrawnPlace> places(@PathParam("day") UUID id, @BeanParam @Valid PageRequest page) {
        var day = days.get(caller.scope(), id);
        var seed = draws.of(day).seed();
        return draws.places(day, page)
                .map(place -> new DrawnPlace(
                        place.place(),
                        place.number(),
                        seed == null ? null : new Lottery(new Seed(seed)).digest(place.number())));
    }

    private ShownDraw shown(UUID id, List<ReadSheet> sheets) {
        var day = days.get(caller.scope(), id);
        var draw = draws.of(day);
        return new ShownDraw(
                id,
                draw.method(),
                day.seedHash(),
                draw.seed(),
                draw.seed() == null ? null : Lottery.METHOD,
                draw.tickets(),
                draw.by(),
                draw.at(),
                ReadSheet.unknown(sheets),
                sheets);
    }
}
