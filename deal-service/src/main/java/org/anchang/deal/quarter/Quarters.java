package org.anchang.deal.quarter;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealSetting;
import org.anchang.deal.DealStage;
import org.anchang.deal.quarter.Batches.Batch;
import org.anchang.deal.quarter.QuarterProgress.QuarterWeek;
import org.anchang.deal.quarter.SalesPlans.PlannedPart;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// RPT-1: quarters as they stand, of a project, of one of its buildings or of one of its batches.
@ApplicationScoped
public class Quarters {
    public static final String WRITTEN = "2[01]\\d{2}-Q[1-4]";

    /// As [QuarterResource] lets them in.
    static final String[] READERS = {
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.FINANCE,
        Role.GENERAL_MANAGER
    };

    /// @param quarter  e.g. `2026-Q4`
    /// @param building by its name; empty for the whole project
    /// @param batch    absent for all of them
    /// @param countsAt the stage at which a deal counts as a sale
    public record QuarterSales(
            String quarter, String building, @Nullable Batch batch, DealStage countsAt, List<QuarterWeek> weeks) {}

    /// Of what a quarter is asked for: a building or a batch, or the whole project where neither is named.
    public record Of(
            String project,
            @Nullable String building,
            @Nullable Integer batch) {}

    @Inject
    SalesPlans plans;

    @Inject
    SalesByWeek sales;

    @Inject
    Batches batches;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// Whether the caller reads a project's quarters.
    public boolean isForCaller(String project) {
        return caller.holds(project, READERS);
    }

    /// @param quarter as [#WRITTEN]; the present one where none is named
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where there is no such batch
    public QuarterSales of(Of of, @Nullable String quarter) {
        var which = quarter == null ? Quarter.with(clock.today()) : Quarter.of(quarter);
        var batch = batch(of);
        var part = part(of, batch);
        var countsAt = DealStage.valueOf(settings.text(of.project(), DealSetting.SALE_COUNTS_AT));
        var begins = begins(of.project(), which);
        return new QuarterSales(
                which.toString(),
                part.building(),
                batch,
                countsAt,
                QuarterProgress.weeks(begins, plans.plan(part, begins), sales.of(part, countsAt, begins)));
    }

    PlannedPart part(Of of) {
        return part(of, batch(of));
    }

    private @Nullable Batch batch(Of of) {
        return of.batch() == null ? null : batches.get(of.project(), of.batch());
    }

    /// @throws org.anchang.kit.problem.Refused BUILDING_OR_BATCH
    private static PlannedPart part(Of of, @Nullable Batch batch) {
        var building = of.building() == null ? "" : of.building().strip();
        refuseUnless(building.isEmpty() || batch == null, DealRefusal.BUILDING_OR_BATCH);
        return new PlannedPart(
                of.project(), building, batch == null ? "" : batch.release().toString());
    }

    /// The first day of each week.
    List<LocalDate> begins(String project, Quarter quarter) {
        return quarter.weeks(DayOfWeek.valueOf(settings.text(project, DealSetting.WEEK_BEGINS)));
    }
}
