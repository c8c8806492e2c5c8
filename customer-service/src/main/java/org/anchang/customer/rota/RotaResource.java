package org.anchang.customer.rota;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.rota.Stands.Week;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.ETags;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// REC-8: the rota of the front desk.
@Path("/api/v1/rotas/{project}")
@RunOnVirtualThread
@Tag(name = "Front desk")
public class RotaResource {
    /// @param people from the left; nobody, one or two
    public record DeskHalf(
            @NotNull LocalDate day,
            @NotNull HalfDay half,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> people) {}

    /// @param monday any day of the week
    public record SetWeek(
            @NotNull LocalDate monday,
            @NotNull @Size(max = 14) List<@NotNull @Valid DeskHalf> halves) {}

    /// @param monday any day of the week that is to be like the one before
    public record CopyWeek(@NotNull LocalDate monday) {}

    public record StandOf(
            @NotNull LocalDate day,
            @NotNull HalfDay half,
            @NotBlank @Size(max = 100) String person) {}

    public record SwapStands(
            @NotNull @Valid StandOf one, @NotNull @Valid StandOf other) {}

    /// @param halves all of the week
    /// @param madeBy absent: nobody has made it yet
    public record ShownWeek(
            String project,
            LocalDate monday,
            List<DeskHalf> halves,
            @Nullable String madeBy,
            @Nullable Instant madeAt,
            List<Action> actions) {}

    private static final Offer SET_ROTA = Offer.of(CustomerAction.SET_ROTA, RotaResource.class, "setRota");
    private static final Offer COPY_ROTA = Offer.of(CustomerAction.COPY_ROTA, RotaResource.class, "copyRota");
    private static final Offer SWAP_STANDS = Offer.of(CustomerAction.SWAP_STANDS, RotaResource.class, "swapStands");

    @Inject
    Stands stands;

    @Inject
    MakingRota making;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "Who stands at the front desk in a week, with the ETag to set it; left out: this week")
    public RestResponse<ShownWeek> getRota(
            @PathParam("project") String project, @QueryParam("monday") @Nullable LocalDate monday) {
        caller.mustBeBoundTo(project);
        return shown(project, monday == null ? clock.today() : monday);
    }

    @POST
    @Path("/weeks")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "Set who stands at the desk in half-days of a week, two at most. Takes If-Match")
    public RestResponse<ShownWeek> setRota(
            @PathParam("project") String project,
            @HeaderParam("If-Match") List<String> ifMatch,
            @NotNull @Valid SetWeek request) {
        making.set(project, ifMatch, request);
        return shown(project, request.monday());
    }

    @POST
    @Path("/copies")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "Make a week for which there is none yet like the one before")
    public RestResponse<ShownWeek> copyRota(@PathParam("project") String project, @NotNull @Valid CopyWeek request) {
        making.copy(project, request.monday());
        return shown(project, request.monday());
    }

    @POST
    @Path("/swaps")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "Two change places at the desk")
    public RestResponse<ShownWeek> swapStands(
            @PathParam("project") String project, @NotNull @Valid SwapStands request) {
        making.swap(project, request);
        return shown(project, request.one().day());
    }

    private RestResponse<ShownWeek> shown(String project, LocalDate day) {
        var monday = Stands.mondayOf(day);
        var week = stands.find(project, monday);
        var standing = week.map(stands::of).orElse(List.of());
        var manages = caller.holds(project, Role.SITE_MANAGER, Role.SALES_SUPERVISOR)
                && !monday.plusDays(6).isBefore(clock.today());
        var shown = new ShownWeek(
                project,
                monday,
                MakingRota.halves(monday, standing),
                week.map(Week::madeBy).orElse(null),
                week.map(Week::madeAt).orElse(null),
                List.of(
                        SET_ROTA.on(manages, project),
                        COPY_ROTA.on(manages && standing.isEmpty(), project),
                        // With whom stands in another week, too.
                        SWAP_STANDS.on(manages, project)));
        return RestResponse.ResponseBuilder.ok(shown)
                .tag(ETags.of(week.map(Week::version).orElse(0L)))
                .build();
    }
}
