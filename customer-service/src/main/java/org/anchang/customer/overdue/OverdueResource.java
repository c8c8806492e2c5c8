package org.anchang.customer.overdue;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// TRK-4: what is overdue or soon to be, by kind and consultant; a consultant sees what is own.
@Path("/api/v1/overdue/{project}")
@RunOnVirtualThread
@Tag(name = "Tracking")
@RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER})
public class OverdueResource {
    /// @param kind       what is to be done
    /// @param thing      the deal or the visit that it is about, else the customer
    /// @param owner      who is to do it
    /// @param since      from which its days count
    /// @param dueOn      the last day on which it is not late
    /// @param pool       into which named pool the customer goes; absent: the general one, or no pool is meant
    /// @param remindedBy the manager who reminded the owner of it
    public record ShownStep(
            StepKind kind,
            UUID customer,
            String customerName,
            UUID thing,
            String owner,
            @Nullable IntentGrade intentGrade,
            LocalDate since,
            LocalDate dueOn,
            boolean late,
            @Nullable String pool,
            @Nullable String remindedBy,
            @Nullable Instant remindedAt,
            List<Action> actions) {}

    /// @param late how many are overdue
    /// @param soon how many will be within the days of warning
    public record OverdueCount(String owner, StepKind kind, long late, long soon) {}

    public record OverdueCounts(List<OverdueCount> items, List<Action> actions) {}

    /// @param thing of one step; left out: of all that is late of this kind
    public record Remind(
            @NotNull StepKind kind,
            @NotBlank @Size(max = 100) String owner,
            @Nullable UUID thing) {}

    /// @param reminded of how many; of none twice on one day
    public record Reminded(int reminded) {}

    @Inject
    OverdueSteps steps;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "What is overdue or within its days of warning, what was due first before the others")
    public Page<ShownStep> list(
            @PathParam("project") String project,
            @QueryParam("kind") @Nullable StepKind kind,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @Valid @BeanParam PageRequest page) {
        caller.mustBeBoundTo(project);
        return steps.list(caller.scope(), project, new OverdueSteps.StepFilter(kind, owner, late), page);
    }

    @GET
    @Path("/counts")
    @Snapshot
    @Operation(summary = "How much of each kind is late or soon so, per consultant")
    public OverdueCounts counts(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
        return steps.counts(caller.scope(), project);
    }

    @POST
    @Path("/reminders")
    @Idempotent
    @RolesAllowed({Role.SALES_SUPERVISOR, Role.SITE_MANAGER})
    @Operation(summary = "Remind the owner of one step, or of all of a kind that are late")
    public Reminded remind(@PathParam("project") String project, @NotNull @Valid Remind wish) {
        caller.mustBeBoundTo(project);
        return steps.remind(caller.scope(), project, wish);
    }
}
