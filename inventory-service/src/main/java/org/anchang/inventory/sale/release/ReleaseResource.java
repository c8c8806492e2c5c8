package org.anchang.inventory.sale.release;

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
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.sale.release.Release.PermitCorrection;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.request.LargeBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: releases.
@Path("/api/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseResource implements OfferSource {
    /// Exactly one of `units`, `building` and `everything` says what opens.
    ///
    /// @param opensAt when it opens, by the clock of the database; left out: at once
    /// @param permit  number of the pre-sale permit on which they are sold
    public record ReleaseUnits(
            @NotBlank String project,
            @Nullable @Size(max = 10_000) List<@NotNull UUID> units,
            @Nullable UUID building,
            @Nullable Boolean everything,
            @Nullable Instant opensAt,
            @NotBlank @Size(max = 100) String permit,
            @Nullable @Size(max = 500) String note) {}

    /// @param permit    number of the pre-sale permit on which the units are sold
    /// @param units     how many there are
    /// @param opensAt   its moment, by the clock of the database; of one that was opened at once, when that was
    /// @param openedBy  who opened it by hand; absent where its moment did
    /// @param obstacles what keeps it from opening: of a planned one at its moment, as far as is known now; of
    ///                  a blocked one today; of any other what was not valid at its moment
    /// @param blockedAt since when it waits for that to be mended
    /// @param corrected the last correction of its permit
    /// @param by        who planned it
    @Schema(name = "Release")
    public record ShownRelease(
            UUID id,
            String project,
            ReleaseState state,
            String permit,
            @Nullable String note,
            int units,
            Instant opensAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            @Nullable Instant blockedAt,
            List<Obstacle> obstacles,
            @Nullable PermitCorrection corrected,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnFor,
            String by,
            Instant at,
            List<Action> actions) {}

    public record CorrectPermit(
            @NotBlank @Size(max = 100) String permit,
            @NotBlank @Size(max = 500) String reason) {}

    public record Withdraw(@NotBlank @Size(max = 500) String reason) {}

    private static final List<Offer> OFFERS = List.of(
            Offer.of(InventoryAction.OPEN_RELEASE, ReleaseResource.class, "open"),
            Offer.of(InventoryAction.CORRECT_PERMIT, ReleaseResource.class, "correctPermit"),
            Offer.of(InventoryAction.WITHDRAW_RELEASE, ReleaseResource.class, "withdraw"));

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.RELEASE, ReleaseResource.class, "release"));

    @Inject
    ReleasingUnits releasing;

    @Inject
    Releases releases;

    @Inject
    Obstacles obstacles;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent(mayTakeLong = true)
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary =
                    "Put units on sale, at once or, with `opensAt`, planned for that moment; `obstacles` say what would keep a plan from opening")
    public ShownRelease release(@LargeBody(kib = 1024) @NotNull @Valid ReleaseUnits request) {
        return shown(releasing.release(request));
    }

    @GET
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "The project's releases, planned, blocked, open and withdrawn, the newest first")
    public Page<ShownRelease> list(
            @NotNull @QueryParam("project") String project,
            @QueryParam("state") @Nullable ReleaseState state,
            @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        var found = releases.list(project, state, page);
        var standing = obstacles.ahead(found.items());
        return found.map(release -> shown(release, standing));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "One release")
    public ShownRelease get(@PathParam("id") UUID id) {
        return shown(id);
    }

    @GET
    @Path("/{release}/units")
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "The units of a release")
    public Page<Releases.ReleasedUnit> units(@PathParam("release") UUID release, @BeanParam @Valid PageRequest page) {
        releases.get(caller.scope(), release);
        return releases.units(release, page);
    }

    @POST
    @Path("/{id}/opening")
    @Idempotent(mayTakeLong = true)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Open a planned release by hand before its moment, or a blocked one once it is mended")
    public ShownRelease open(@PathParam("id") UUID id) {
        releasing.open(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/permit-corrections")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Name the right permit of a planned or blocked release, whose opening day stays as it is")
    public ShownRelease correctPermit(@PathParam("id") UUID id, @NotNull @Valid CorrectPermit request) {
        releasing.correctPermit(id, request);
        return shown(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent(mayTakeLong = true)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Take a planned or blocked release back; its units are free for another one")
    public ShownRelease withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdraw request) {
        releasing.withdraw(id, request.reason());
        return shown(id);
    }

    private ShownRelease shown(UUID id) {
        var release = releases.get(caller.scope(), id);
        return shown(release, obstacles.ahead(List.of(release)));
    }

    private ShownRelease shown(Release release, Map<UUID, List<Obstacle>> standing) {
        var ahead = release.isAhead();
        var found = ahead ? standing.get(release.id()) : release.obstacles();
        return new ShownRelease(
                release.id(),
                release.project(),
                release.state(),
                release.permit(),
                release.note(),
                release.units(),
                release.opensAt(),
                release.openedAt(),
                release.openedBy(),
                release.blockedAt(),
                found == null ? List.of() : found,
                release.corrected(),
                release.withdrawnAt(),
                release.withdrawnBy(),
                release.withdrawnFor(),
                release.person(),
                release.at(),
                OFFERS.stream()
                        .filter(_ -> ahead)
                        .map(offer -> offer.to(caller, release.project(), release.id()))
                        .toList());
    }
}
