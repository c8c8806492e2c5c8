package org.anchang.inventory.opening;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.stream.Stream;
import org.anchang.inventory.InventoryAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.OffersByName;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-13: opening days.
@Path("/api/v1/opening-days")
@RunOnVirtualThread
@Tag(name = "Opening days")
public class OpeningDayResource implements OfferSource {
    /// @param seedHash SHA-256 of the seed, as 64 hexadecimal digits, where the notary keeps it until the draw; left
    ///                 out: the service makes a seed of its own and shows its hash at once. The notary's seed is
    ///                 drawn by chance and has 32 characters at least: a shorter one is refused at the draw, as
    ///                 anybody could guess it from the hash
    public record PlanOpeningDay(
            @NotNull UUID release,
            @NotBlank @OneLine @Size(max = 100) String name,

            @Schema(
                    description = "Of the notary's seed, which has at least 32 characters drawn by chance: a shorter"
                            + " one is refused at the draw. Left out: the service makes a seed of its own")
            @Nullable
            @Pattern(regexp = "[0-9a-f]{64}")
            String seedHash) {}

    public record CallOff(@NotBlank @Size(max = 500) String reason) {}

    /// @param seedHash SHA-256 of the seed that the lottery draws with
    /// @param rules    absent until the day runs
    /// @param tickets  how many are in which state
    /// @param steps    who brought the day to its states, and when
    public record ShownOpeningDay(
            UUID id,
            String project,
            UUID release,
            String name,
            OpeningDayState state,
            String seedHash,
            @Nullable CallRules rules,
            Map<TicketState, Integer> tickets,
            List<OpeningDays.Step> steps,
            String by,
            Instant at,
            List<Action> actions) {}

    private static final Offer CHECK_IN = Offer.of(InventoryAction.CHECK_IN, OpeningDayResource.class, "openCheckIn");
    private static final Offer START = Offer.of(InventoryAction.START, OpeningDayResource.class, "start");
    private static final Offer END = Offer.of(InventoryAction.END, OpeningDayResource.class, "end");
    private static final Offer CALLING_OFF = Offer.of(InventoryAction.CALLING_OFF, OpeningDayResource.class, "callOff");
    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.PLAN_OPENING_DAY, OpeningDayResource.class, "plan"));

    @Inject
    OffersByName offers;

    @Inject
    ConductingOpeningDays conducting;

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
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary = "Plan the opening day of a release; until it has ended, units of it are held with a ticket alone")
    public ShownOpeningDay plan(@NotNull @Valid PlanOpeningDay request) {
        return shown(conducting.plan(request));
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(summary = "The project's opening days, the newest first")
    public Page<ShownOpeningDay> list(
            @NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        var found = days.list(caller.scope(), project, page);
        var ids = found.items().stream().map(OpeningDay::id).toList();
        var tickets = days.tickets(ids);
        var steps = days.steps(ids);
        return found.map(
                day -> shown(day, tickets.getOrDefault(day.id(), Map.of()), steps.getOrDefault(day.id(), List.of())));
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One opening day")
    public ShownOpeningDay get(@PathParam("id") UUID id) {
        return shown(id);
    }

    @POST
    @Path("/{id}/check-in")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Open the check-in")
    public ShownOpeningDay openCheckIn(@PathParam("id") UUID id) {
        conducting.openCheckIn(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/start")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Start calling, once the release is open; the project's settings become the rules of the day")
    public ShownOpeningDay start(@PathParam("id") UUID id) {
        conducting.start(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "End the day; what is left can be held without a ticket")
    public ShownOpeningDay end(@PathParam("id") UUID id) {
        conducting.end(id);
        return shown(id);
    }

    @POST
    @Path("/{id}/calling-off")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Call off a day that has not started")
    public ShownOpeningDay callOff(@PathParam("id") UUID id, @NotNull @Valid CallOff request) {
        conducting.callOff(id, request.reason());
        return shown(id);
    }

    private ShownOpeningDay shown(UUID id) {
        var day = days.get(caller.scope(), id);
        var only = List.of(id);
        return shown(
                day,
                days.tickets(only).getOrDefault(id, Map.of()),
                days.steps(only).getOrDefault(id, List.of()));
    }

    private ShownOpeningDay shown(OpeningDay day, Map<TicketState, Integer> tickets, List<OpeningDays.Step> steps) {
        return new ShownOpeningDay(
                day.id(),
                day.project(),
                day.release(),
                day.name(),
                day.state(),
                day.seedHash(),
                day.rules(),
                tickets,
                steps,
                day.plannedBy(),
                day.plannedAt(),
                actions(day));
    }

    private List<Action> actions(OpeningDay day) {
        var possible =
                switch (day.state()) {
                    case PLANNED -> Stream.of(offers.of(InventoryAction.TICKETS), CHECK_IN, CALLING_OFF);
                    case CHECK_IN ->
                        Stream.of(
                                offers.of(InventoryAction.TICKETS),
                                offers.of(InventoryAction.DRAW),
                                offers.of(InventoryAction.NOTARY_ORDER),
                                CALLING_OFF);
                    case DRAWN -> Stream.of(START, CALLING_OFF);
                    case RUNNING -> Stream.of(offers.of(InventoryAction.CALLS), END);
                    case ENDED, CALLED_OFF -> Stream.<Offer>of();
                };
        return possible.map(offer -> offer.to(caller, day.project(), day.id())).toList();
    }
}
