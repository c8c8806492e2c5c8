package org.anchang.deal.quarter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.anchang.deal.DealSetting;
import org.anchang.deal.DealStage;
import org.anchang.deal.quarter.QuarterProgress.QuarterWeek;
import org.anchang.deal.quarter.SalesPlans.Scope;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// RPT-1: quarters as they stand, of a project or of one of its buildings.
@ApplicationScoped
public class Quarters {
    /// Of a quarter, as it is written.
    public static final String WRITTEN = "2[01]\\d{2}-Q[1-4]";

    /// @param quarter  e.g. `2026-Q4`
    /// @param building by its name; empty for the whole project
    /// @param countsAt the stage at which a deal counts as a sale
    public record Progress(String quarter, String building, DealStage countsAt, List<QuarterWeek> weeks) {}

    @Inject
    SalesPlans plans;

    @Inject
    SalesByWeek sales;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    /// @param quarter  as [#WRITTEN]; the present one where none is named
    /// @param building the whole project where none is named
    public Progress of(String project, @Nullable String quarter, @Nullable String building) {
        var which = quarter == null ? Quarter.with(clock.today()) : Quarter.of(quarter);
        var scope = new Scope(project, building == null ? "" : building.strip());
        var countsAt = DealStage.valueOf(settings.text(project, DealSetting.SALE_COUNTS_AT));
        var begins = begins(project, which);
        return new Progress(
                which.toString(),
                scope.building(),
                countsAt,
                QuarterProgress.weeks(begins, plans.plan(scope, begins), sales.of(scope, countsAt, begins)));
    }

    /// The first day of each week.
    List<LocalDate> begins(String project, Quarter quarter) {
        return quarter.weeks(DayOfWeek.valueOf(settings.text(project, DealSetting.WEEK_BEGINS)));
    }
}
