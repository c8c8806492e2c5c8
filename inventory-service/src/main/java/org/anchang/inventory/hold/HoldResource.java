package org.anchang.inventory.hold;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.catalogue.ShowingUnits;
import org.anchang.inventory.catalogue.ShownUnit;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Seen;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-4, INV-5: holds.
@Path("/api/v1/holds")
@RunOnVirtualThread
@Tag(name = "Holds")
public class HoldResource implements OfferSource {
    /// @param ticket INV-13: needed while the unit's opening day is on, and ignored otherwise
    public record HoldUnit(
            @NotNull UUID unit,
            @NotNull UUID customer,
            @Nullable UUID ticket) {}

    public record GiveBack(@NotBlank @Size(max = 500) String reason) {}

    /// @param minutes left out: as many as a new hold has
    public record Extend(
            @Nullable @Min(1) @Max(1440) Integer minutes,
            @Nullable @Seen @Size(max = 500) String reason) {}

    /// @param notAfter when the sender gives up waiting for the answer, by real time
    /// @param proof    that deal-service asks: a fingerprint of hold and deal under the key that the two share
    public record Claim(
            @NotNull UUID deal,
            @NotNull Instant notAfter,
            @NotBlank @Size(max = 100) String proof) {}

    /// A hold that no deal has claimed yet.
    ///
    /// @param unit         its id; `label` is its name
    /// @param customerName masked; absent while customer-service has not told it
    /// @param expiresAt    while it is paused, with what is left of the pause
    @Schema(name = "WaitingHold")
    public record UnclaimedHold(
            UUID id,
            String project,
            UUID unit,
            String label,
            ProductType productType,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            Instant heldAt,
            Instant expiresAt,
            @Nullable Instant pausedUntil,
            List<Action> actions) {}

    /// @param unit      with the price that the hold froze
    /// @param sealedFloor INV-12: the floor price, for the service that agrees prices; nobody else can read it
    /// @param expiresAt absent once a deal has claimed the hold; while it is paused, with what is left of the pause
    /// @param pausedUntil while its clock stands still: when it goes on by itself
    /// @param endReason what whoever gave it back wrote, or a word, e.g. `EXPIRED`
    /// @param live      whether it still keeps the unit from others
    @Schema(name = "Hold")
    public record ShownHold(
            UUID id,
            String project,
            ShownUnit unit,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            Instant heldAt,
            @Nullable Instant expiresAt,
            @Nullable Instant pausedUntil,
            int priceVersion,
            @Nullable String sealedFloor,
            boolean live,
            @Nullable UUID deal,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            List<Action> actions) {}

    private static final Offer GIVE_BACK = Offer.of(InventoryAction.GIVE_BACK, HoldResource.class, "release");
    private static final Offer EXTEND = Offer.of(InventoryAction.EXTEND, HoldResource.class, "extend");
    private static final Offer PAUSE = Offer.of(InventoryAction.PAUSE, HoldResource.class, "pause");
    private static final Offer RESUME = Offer.of(InventoryAction.RESUME, HoldResource.class, "resume");
    private static final Offer OPEN_DEAL = Offer.elsewhere(InventoryAction.OPEN_DEAL, "/api/v1/deals", Role.CONSULTANT);

    private static final List<Offer> FOR_OTHERS = List.of(Offer.of(InventoryAction.HOLD, HoldResource.class, "hold"));

    @Inject
    HoldingUnits holding;

    @Inject
    TimingHolds timing;

    @Inject
    ClaimingHolds claiming;

    @Inject
    Holds holds;

    @Inject
    ShowingUnits showing;

    @Inject
    Courier courier;

    @Inject
    Sealing sealing;

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
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Hold a unit for a customer; one of all who ask gets it, the others hear no at once")
    public ShownHold hold(@NotNull @Valid HoldUnit request) {
        return shown(holding.hold(request));
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(
            summary = "Holds that no deal has claimed yet, in the order in which they were made: consultants see their"
                    + " own, managers those of their project, with `mine` their own too")
    public Page<UnclaimedHold> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @Valid @BeanParam PageRequest page) {
        return holds.unclaimed(caller.scope(), project, mine ? caller.name() : null, page)
                .map(hold -> new UnclaimedHold(
                        hold.id(),
                        hold.project(),
                        hold.unit(),
                        hold.label(),
                        hold.productType(),
                        hold.customer(),
                        hold.customerName(),
                        hold.consultant(),
                        hold.heldAt(),
                        hold.expiresAt(),
                        hold.pausedUntil(),
                        actions(hold.id(), hold.project(), hold.pausedUntil() != null)));
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One hold: consultants see their own, managers those of their project")
    public ShownHold get(@PathParam("id") UUID id) {
        return shown(id);
    }

    @POST
    @Path("/{id}/release")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Give a hold back before its time")
    public ShownHold release(@PathParam("id") UUID id, @NotNull @Valid GiveBack request) {
        holding.giveBack(id, request.reason());
        return shown(id);
    }

    @POST
    @Path("/{id}/extensions")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Let a hold last longer, within the project's limit")
    public ShownHold extend(@PathParam("id") UUID id, @NotNull @Valid Extend request) {
        timing.extend(id, request);
        return shown(id);
    }

    @POST
    @Path("/{id}/pause")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary = "Let the clock of a hold stand still while the order form is being written, some minutes in all;"
                    + " a pause that nobody ends is over by itself")
    public ShownHold pause(@PathParam("id") UUID id) {
        timing.pause(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/resume")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Let the clock of a paused hold go on; what was not used of the pause may be used later")
    public ShownHold resume(@PathParam("id") UUID id) {
        timing.goOn(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/claims")
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.FINANCE})
    @Operation(
            summary = "Bind a hold to a deal that takes money for it; the hold then lives as long as the deal."
                    + " Idempotent per deal, needs no Idempotency-Key")
    public ShownHold claim(@PathParam("id") UUID id, @NotNull @Valid Claim request) {
        claiming.claim(id, request);
        return shown(id);
    }

    /// INV-12: the floor price goes out sealed.
    private ShownHold shown(UUID id) {
        var found = holds.toShow(caller.scope(), id);
        var hold = found.hold();
        var floor = hold.floorTogether();
        var unclaimed = hold.deal() == null;
        var live = hold.isLive();
        return new ShownHold(
                hold.id(),
                hold.project(),
                showing.show(
                        hold.unit(),
                        hold.frozen(),
                        hold.hasTakenAlong() ? holds.takenAlong(id) : List.of(),
                        found.certified()),
                hold.customer(),
                hold.customerName(),
                hold.consultant(),
                hold.heldAt(),
                unclaimed ? hold.expiresAt() : null,
                live && unclaimed ? hold.pausedUntil() : null,
                hold.frozen().priceVersion(),
                floor == null ? null : courier.seal(floor.toString(), Place.floorOf(hold.id())),
                live,
                hold.deal(),
                hold.endedAt(),
                hold.endReason(sealing),
                live && unclaimed ? actions(hold.id(), hold.project(), hold.pausedUntil() != null) : List.of());
    }

    private List<Action> actions(UUID hold, String project, boolean isPaused) {
        return List.of(
                GIVE_BACK.to(caller, project, hold),
                EXTEND.to(caller, project, hold),
                (isPaused ? RESUME : PAUSE).to(caller, project, hold),
                OPEN_DEAL.to(caller, project));
    }
}
