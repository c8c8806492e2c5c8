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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.request.LargeBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: releases.
@Path("/api/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseResource implements OfferSource {
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
    public Release release(@LargeBody(kib = 1024) @NotNull @Valid Release.Asked request) {
        return shown(releasing.release(request));
    }

    @GET
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "The project's releases, planned, blocked, open and withdrawn, the newest first")
    public Page<Release> list(
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
    public Release get(@PathParam("id") UUID id) {
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
    public Release open(@PathParam("id") UUID id) {
        releasing.open(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/permit-corrections")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Name the right permit of a planned or blocked release, whose opening day stays as it is")
    public Release correctPermit(@PathParam("id") UUID id, @NotNull @Valid CorrectPermit request) {
        releasing.correctPermit(id, request);
        return shown(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent(mayTakeLong = true)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Take a planned or blocked release back; its units are free for another one")
    public Release withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdraw request) {
        releasing.withdraw(id, request.reason());
        return shown(id);
    }

    private Release shown(UUID id) {
        var release = releases.get(caller.scope(), id);
        return shown(release, obstacles.ahead(List.of(release)));
    }

    private Release shown(Release release, Map<UUID, List<Obstacle>> standing) {
        if (!release.state().isAhead()) {
            return release;
        }
        var offered = OFFERS.stream()
                .map(offer -> offer.to(caller, release.project(), release.id()))
                .toList();
        return release.shown(standing.getOrDefault(release.id(), List.of()), offered);
    }
}
