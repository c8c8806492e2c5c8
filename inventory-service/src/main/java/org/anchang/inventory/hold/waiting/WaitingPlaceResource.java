package org.anchang.inventory.hold.waiting;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.OffersByName;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-5: second places.
@Path("/api/v1/waiting-places")
@RunOnVirtualThread
@Tag(name = "Waiting places")
public class WaitingPlaceResource implements OfferSource {
    public record Join(@NotNull UUID unit, @NotNull UUID customer) {}

    public record Leave(@NotBlank @Size(max = 500) String reason) {}

    /// @param state          of the unit
    /// @param ahead          how many are told before; absent once the place has ended
    /// @param told           how often, at most once each time that the unit became free
    /// @param toldAt         the last time
    /// @param hasTurn        whether the unit is free and this place is the one that was told of it last
    /// @param headStartUntil until then nobody else may hold the unit; absent where there is no head start
    /// @param endReason      what whoever left said, `HELD` of who got the unit, `FILED` once it is finally sold
    public record ShownPlace(
            UUID id,
            String project,
            UUID unit,
            String label,
            UnitState state,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            Instant joinedAt,
            @Nullable Long ahead,
            int told,
            @Nullable Instant toldAt,
            boolean hasTurn,
            @Nullable Instant headStartUntil,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            List<Action> actions) {}

    private static final Offer LEAVE = Offer.of(InventoryAction.LEAVE, WaitingPlaceResource.class, "leave");
    private static final Offer PASS = Offer.of(InventoryAction.PASS, WaitingPlaceResource.class, "letPass");

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.WAIT_IN_LINE, WaitingPlaceResource.class, "join"));

    @Inject
    OffersByName offers;

    @Inject
    WaitingForUnits waiting;

    @Inject
    WaitingPlaces places;

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
    @Operation(
            summary =
                    "Put a customer in line for a unit that somebody else holds or is buying: the right to be told first"
                            + " when it is free again, and no claim on it")
    public ShownPlace join(@NotNull @Valid Join request) {
        return shown(waiting.join(new WaitingLine.Wish(request.unit(), request.customer())));
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(
            summary =
                    "Places in line, in the order in which they came: consultants see their own, managers those of their"
                            + " project; with when they were told")
    public Page<ShownPlace> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("unit") @Nullable UUID unit,
            @QueryParam("told") @DefaultValue("false") boolean told,
            @QueryParam("ended") @DefaultValue("false") boolean ended,
            @BeanParam @Valid PageRequest page) {
        return places.list(caller.scope(), new WaitingPlaces.PlaceFilter(project, unit, told, ended), page)
                .map(this::shown);
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One place in line")
    public ShownPlace get(@PathParam("id") UUID id) {
        return shown(id);
    }

    @POST
    @Path("/{id}/leave")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Give a place in line up")
    public ShownPlace leave(@PathParam("id") UUID id, @NotNull @Valid Leave request) {
        waiting.leave(id, request.reason());
        return shown(id);
    }

    @POST
    @Path("/{id}/pass")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Let the unit pass this time and stay in line; the next in line is told")
    public ShownPlace letPass(@PathParam("id") UUID id) {
        waiting.letPass(id);
        return shown(id);
    }

    private ShownPlace shown(UUID id) {
        return shown(places.get(caller.scope(), id));
    }

    private ShownPlace shown(WaitingPlace place) {
        var live = place.endedAt() == null;
        return new ShownPlace(
                place.id(),
                place.project(),
                place.unit(),
                place.label(),
                place.state().seen(caller.scope().ownOnly(place.project())),
                place.customer(),
                place.customerName(),
                place.consultant(),
                place.joinedAt(),
                live ? place.ahead() : null,
                place.told(),
                place.toldAt(),
                live && place.hasTurn(),
                live ? place.headStartUntil() : null,
                place.endedAt(),
                place.endReason(sealing),
                live ? actions(place) : List.of());
    }

    private List<Action> actions(WaitingPlace place) {
        var possible = new ArrayList<>(List.of(LEAVE.to(caller, place.project(), place.id())));
        if (place.hasTurn()) {
            possible.add(PASS.to(caller, place.project(), place.id()));
        }
        if (place.state() == UnitState.AVAILABLE) {
            possible.add(offers.of(InventoryAction.HOLD).to(caller, place.project()));
        }
        return possible;
    }
}
