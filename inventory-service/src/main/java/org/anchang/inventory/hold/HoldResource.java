package org.anchang.inventory.hold;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.AttachedUnits;
import org.anchang.inventory.ShowingUnits;
import org.anchang.inventory.ShownUnit;
import org.anchang.inventory.Units;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Sealing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-4, INV-5: holds.
@Path("/api/v1/holds")
@RunOnVirtualThread
@Tag(name = "Holds")
public class HoldResource {
    /// @param ticket INV-13: needed while the unit's opening day is on, and ignored otherwise
    public record HoldUnit(
            @NotNull UUID unit,
            @NotNull UUID customer,
            @Nullable UUID ticket) {}

    public record GiveBack(@NotBlank @Size(max = 500) String reason) {}

    /// @param minutes left out: as many as a new hold has
    public record Extend(
            @Nullable @Min(1) @Max(1440) Integer minutes,
            @Nullable @Size(max = 500) String reason) {}

    /// @param notAfter when the sender gives up waiting for the answer, by real time
    public record Claim(@NotNull UUID deal, @NotNull Instant notAfter) {}

    /// @param unit      with the price that the hold froze
    /// @param sealedFloor INV-12: the floor price, for the service that agrees prices; nobody else can read it
    /// @param expiresAt absent once a deal has claimed the hold
    /// @param live      whether it still keeps the unit from others
    public record ShownHold(
            UUID id,
            String project,
            ShownUnit unit,
            UUID customer,
            String consultant,
            Instant heldAt,
            @Nullable Instant expiresAt,
            int priceVersion,
            @Nullable String sealedFloor,
            boolean live,
            @Nullable UUID deal,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            List<Action> actions) {}

    @Inject
    HoldingUnits holding;

    @Inject
    ClaimingHolds claiming;

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    ShowingUnits showing;

    @Inject
    AttachedUnits attachedUnits;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Hold a unit for a customer; one of all who ask gets it, the others hear no at once")
    public ShownHold hold(@NotNull @Valid HoldUnit request) {
        return shown(holding.hold(request));
    }

    @GET
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
        holding.release(id, request.reason());
        return shownAfresh(id);
    }

    @POST
    @Path("/{id}/extensions")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Let a hold last longer, within the project's limit")
    public ShownHold extend(@PathParam("id") UUID id, @NotNull @Valid Extend request) {
        holding.extend(id, request);
        return shownAfresh(id);
    }

    @POST
    @Path("/{id}/claims")
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.FINANCE})
    @Operation(
            summary = "Bind a hold to a deal that takes money for it; the hold then lives as long as the deal."
                    + " Idempotent per deal, needs no Idempotency-Key")
    public ShownHold claim(@PathParam("id") UUID id, @NotNull @Valid Claim request) {
        claiming.claim(id, new Holds.Holder(request.deal()), request.notAfter());
        return shownAfresh(id);
    }

    /// What was read before the database changed it is read again.
    private ShownHold shownAfresh(UUID id) {
        holds.getEntityManager().clear();
        return shown(id);
    }

    private ShownHold shown(UUID id) {
        var hold = holds.get(caller.scope(), id);
        var live = hold.endedAt() == null;
        return new ShownHold(
                hold.id(),
                hold.project(),
                showing.show(units.get(caller.scope(), hold.unit()), hold.frozen(), attachedUnits.takenBy(id)),
                hold.customer(),
                hold.consultant(),
                hold.heldAt(),
                hold.deal() == null ? hold.expiresAt() : null,
                hold.frozen().priceVersion(),
                sealedFloor(id),
                live,
                hold.deal(),
                hold.endedAt(),
                hold.endReason(),
                live && hold.deal() == null ? actions(id) : List.of());
    }

    private @Nullable String sealedFloor(UUID id) {
        var floor = attachedUnits.floorOf(id);
        return floor == null ? null : sealing.seal(floor.toString());
    }

    private List<Action> actions(UUID id) {
        var href = "/api/v1/holds/" + id;
        return List.of(
                Action.post(
                        "give-back",
                        href + "/release",
                        caller.holds(Role.CONSULTANT, Role.SITE_MANAGER),
                        Role.CONSULTANT,
                        Role.SITE_MANAGER),
                Action.post("extend", href + "/extensions", caller.holds(Role.SITE_MANAGER), Role.SITE_MANAGER),
                Action.post("open-deal", "/api/v1/deals", caller.holds(Role.CONSULTANT), Role.CONSULTANT));
    }
}
