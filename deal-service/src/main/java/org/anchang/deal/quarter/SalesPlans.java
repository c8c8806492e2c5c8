package org.anchang.deal.quarter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchang.deal.quarter.QuarterProgress.Figure;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;

/// What is to be sold in which week, of a project, of one of its buildings or of one of its batches; who
/// entered it, the audit trail keeps.
@ApplicationScoped
class SalesPlans {
    /// Of what it is the plan.
    ///
    /// @param building by its name; empty for the whole project
    /// @param batch    its release; empty for all of them
    record PlannedPart(String project, String building, String batch) {}

    private record Planned(LocalDate week, int units, Money total) {}

    private record WeekOfPlan(
            String project,
            String building,
            String batch,
            LocalDate week,
            int units,
            Money total,
            String setBy,
            Instant setAt) {}

    private static final String PLAN = """
            SELECT week, units, total FROM sales_plan
            WHERE project = :project AND building = :building AND batch = :batch AND week = ANY (:weeks)""";
    private static final String WRITE = """
            INSERT INTO sales_plan (project, building, batch, week, units, total, set_by, set_at)
            VALUES (:project, :building, :batch, :week, :units, :total, :setBy, :setAt)
            ON CONFLICT (project, building, batch, week) DO UPDATE
            SET units = excluded.units, total = excluded.total, set_by = excluded.set_by, set_at = excluded.set_at""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Map<LocalDate, Figure> plan(PlannedPart part, List<LocalDate> weeks) {
        return database.sql(PLAN).with(part).with("weeks", weeks).rows(Planned.class).stream()
                .collect(Collectors.toMap(Planned::week, line -> new Figure(line.units(), line.total())));
    }

    void write(PlannedPart part, Map<LocalDate, Figure> plan) {
        database.writeAll(
                WRITE,
                plan.entrySet().stream()
                        .map(line -> new WeekOfPlan(
                                part.project(),
                                part.building(),
                                part.batch(),
                                line.getKey(),
                                line.getValue().units(),
                                line.getValue().total(),
                                caller.name(),
                                clock.instant()))
                        .toList());
    }
}
