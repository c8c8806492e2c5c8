package org.anchang.deal.quarter;

import static org.anchang.kit.problem.Refused.refuse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Printing;
import org.anchang.deal.quarter.QuarterProgress.Figure;
import org.anchang.deal.quarter.QuarterProgress.QuarterWeek;
import org.anchang.deal.quarter.Quarters.Of;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// RPT-1: the progress of a quarter (季度全案进度掌控表) and the plan that it is measured by.
@Path("/api/v1/quarters/{project}")
@RunOnVirtualThread
@Tag(name = "Reports")
public class QuarterResource {
    /// As `plan` lets them in.
    private static final Offer PLAN = Offer.of(DealAction.PLAN_QUARTER, QuarterResource.class, "plan");
    private static final String WRITTEN = Quarters.WRITTEN;

    /// The plan for one week.
    ///
    /// @param from  the week's first day
    /// @param units how many homes are to be sold
    /// @param total what their prices are to come to, in yuan
    public record PlannedWeek(
            @NotNull LocalDate from,
            @NotNull @Min(0) @Max(100_000) Integer units,
            @NotNull Money total) {}

    /// The plan for weeks of a quarter; weeks that it does not name keep theirs.
    ///
    /// @param quarter  e.g. `2026-Q4`
    /// @param building by its name; left out as `batch`, it is the plan of the whole project
    /// @param batch    by its number
    public record PlanQuarter(
            @NotNull @Pattern(regexp = WRITTEN) String quarter,
            @Nullable @Size(max = 50) String building,
            @Nullable @Min(1) Integer batch,
            @NotEmpty @Size(max = 14) List<@NotNull @Valid PlannedWeek> weeks) {}

    /// A quarter, week by week: twelve columns as on the printed sheet, or as many weeks as begin in the
    /// quarter.
    ///
    /// @param quarter  e.g. `2026-Q4`
    /// @param building left out for the whole project
    /// @param batch    by its number; left out for all of them
    /// @param batches  in which the project's homes were put on sale
    /// @param countsAt the stage at which a deal counts as a sale (a setting of the project)
    public record QuarterAnswer(
            String project,
            String quarter,
            @Nullable String building,
            @Nullable Integer batch,
            List<Batches.Batch> batches,
            DealStage countsAt,
            List<QuarterWeek> weeks,
            List<Action> actions) {}

    @Inject
    SalesPlans plans;

    @Inject
    Quarters quarters;

    @Inject
    Batches batches;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.FINANCE,
        Role.GENERAL_MANAGER
    })
    @Snapshot
    @Operation(
            summary =
                    "RPT-1: planned and sold by week of a quarter, this one if none is named; of the project, one building or one batch")
    public QuarterAnswer progress(
            @PathParam("project") String project,
            @QueryParam("quarter") @Pattern(regexp = WRITTEN) @Nullable String quarter,
            @QueryParam("building") @Size(max = 50) @Nullable String building,
            @QueryParam("batch") @Min(1) @Nullable Integer batch) {
        caller.mustBeBoundTo(project);
        return answer(project, quarters.of(new Of(project, building, batch), quarter));
    }

    @POST
    @Path("/plan")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "RPT-1: enter what is to be sold in weeks of a quarter")
    public QuarterAnswer plan(@PathParam("project") String project, @NotNull @Valid PlanQuarter plan) {
        caller.mustBeBoundTo(project);
        var quarter = Quarter.of(plan.quarter());
        var begins = quarters.begins(project, quarter);
        var weeks = new LinkedHashMap<LocalDate, Figure>();
        for (var week : plan.weeks()) {
            if (!begins.contains(week.from())) {
                throw refuse(DealRefusal.WEEK_NOT_IN_QUARTER)
                        .with("from", week.from())
                        .with("quarter", quarter.toString())
                        .with("first", begins.getFirst());
            }
            weeks.put(week.from(), new Figure(week.units(), week.total()));
        }
        var of = new Of(project, plan.building(), plan.batch());
        plans.write(quarters.part(of), weeks);
        return answer(project, quarters.of(of, plan.quarter()));
    }

    private QuarterAnswer answer(String project, Quarters.QuarterSales progress) {
        return new QuarterAnswer(
                project,
                progress.quarter(),
                Optional.of(progress.building()).filter(name -> !name.isEmpty()).orElse(null),
                Optional.ofNullable(progress.batch()).map(Batches.Batch::number).orElse(null),
                batches.of(project),
                progress.countsAt(),
                progress.weeks(),
                List.of(
                        PLAN.to(caller, project, project),
                        Printing.ofProject(
                                DealAction.PRINT_QUARTER, "quarter-progress", project, caller, Quarters.READERS)));
    }
}
