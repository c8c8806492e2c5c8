package org.anchang.customer.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.anchang.customer.duty.turn.PassReason;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REC-1, REC-7, REC-9, REC-10: the day at the front desk of a project.
@Path("/api/v1/duty-days/{project}")
@RunOnVirtualThread
@Tag(name = "Front desk")
public class DutyResource {
    private static final int LONGEST_ERRAND = 24 * 60;

    /// @param person left out: the caller
    public record ForSomebody(@Nullable @Size(max = 100) String person) {}

    /// @param minutes until they are expected back
    public record GoOut(
            @NotNull @Min(1) @Max(LONGEST_ERRAND) Integer minutes) {}

    /// @param person left out: the caller
    public record PassTurn(
            @Nullable @Size(max = 100) String person,
            @NotNull PassReason reason) {}

    /// The shares of these days, the earliest first, by person.
    public record FairShares(String project, LocalDate from, LocalDate to, List<Fairness.Share> shares) {}

    @Inject
    KeepingDuty keeping;

    @Inject
    ShowingDuty showing;

    @Inject
    Fairness fairness;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "The board of today: who is on turn, who comes next, who receives whom, and who is where")
    public ShownDuty board(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
        return showing.board(project);
    }

    @GET
    @Path("/fairness")
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "How the turns fell, by day and consultant; left out: today")
    public FairShares fairness(
            @PathParam("project") String project,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        caller.mustBeBoundTo(project);
        var last = to == null ? clock.today() : to;
        var first = from == null ? last : from;
        return new FairShares(project, first, last, fairness.of(project, first, last));
    }

    @POST
    @Path("/opening")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "The day opens: who is signed in sits in the order of the seats, from the left")
    public ShownDuty open(@PathParam("project") String project) {
        keeping.open(project);
        return showing.board(project);
    }

    @POST
    @Path("/end")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "The day at the desk ends; receptions that go on are ended afterwards")
    public ShownDuty endDay(@PathParam("project") String project) {
        keeping.end(project);
        return showing.board(project);
    }

    @POST
    @Path("/sign-ins")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "A consultant is here; after the opening, at the end of the queue")
    public ShownDuty signIn(@PathParam("project") String project, @NotNull @Valid ForSomebody who) {
        keeping.signIn(project, who.person());
        return showing.board(project);
    }

    @POST
    @Path("/sign-outs")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "A consultant goes home")
    public ShownDuty signOut(@PathParam("project") String project, @NotNull @Valid ForSomebody who) {
        keeping.signOut(project, who.person());
        return showing.board(project);
    }

    @POST
    @Path("/errands")
    @Idempotent
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "The caller goes out on an errand, and is passed over until they are back")
    public ShownDuty goOut(@PathParam("project") String project, @NotNull @Valid GoOut errand) {
        keeping.goOut(project, errand.minutes());
        return showing.board(project);
    }

    @POST
    @Path("/returns")
    @Idempotent
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "The caller is back from an errand, at their place in the queue")
    public ShownDuty comeBack(@PathParam("project") String project) {
        keeping.comeBack(project);
        return showing.board(project);
    }

    @POST
    @Path("/passes")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
    @Operation(summary = "Whoever is on turn lets it pass, with a reason; it is counted")
    public ShownDuty pass(@PathParam("project") String project, @NotNull @Valid PassTurn pass) {
        keeping.pass(project, pass.person(), pass.reason());
        return showing.board(project);
    }
}
