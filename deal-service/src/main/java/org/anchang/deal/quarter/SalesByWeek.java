package org.anchang.deal.quarter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.deal.DealStage;
import org.anchang.deal.quarter.QuarterProgress.Figure;
import org.anchang.deal.quarter.QuarterProgress.Sales;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// What was sold in which week, from the moves that deals have made: a deal counts once it comes to the stage at which
/// the project counts sales, and is taken off when it ends after that. Past weeks never change by it.
@ApplicationScoped
class SalesByWeek {
    private record Happened(
            int week,
            int units,
            Money total,
            @Nullable String sold,
            @Nullable String givenBack) {}

    private static final String WEEKS = """
            SELECT week, sum(CASE WHEN sold THEN 1 ELSE -1 END)::int AS units,
                   sum(CASE WHEN sold THEN price ELSE -price END) AS total,
                   string_agg(home, chr(10) ORDER BY at, home) FILTER (WHERE sold AND place <= 200) AS sold,
                   string_agg(home, chr(10) ORDER BY at, home) FILTER (WHERE NOT sold AND place <= 200) AS given_back
            FROM (SELECT m.*, row_number() OVER (PARTITION BY week, sold ORDER BY at, home) AS place
                  FROM (SELECT ((at AT TIME ZONE :zone)::date - :first) / 7 AS week, to_stage = :stage AS sold, at, home, price
                        FROM deal_moved
                        WHERE project = :project AND at >= :first::timestamp AT TIME ZONE :zone
                          AND at < :end::timestamp AT TIME ZONE :zone
                          AND (to_stage = :stage OR to_stage = ANY (:ends) AND :stage = ANY (passed))
                          AND (:building = '' OR building = :building)
                          AND (:batch = '' OR unit IN (SELECT unit FROM sales_batch_unit WHERE release::text = :batch))) m) placed
            GROUP BY week""";

    private static final List<DealStage> ENDED =
            Stream.of(DealStage.values()).filter(stage -> !stage.isLive()).toList();

    @Inject
    Database database;

    /// @param countsAt the stage at which a deal counts
    /// @param weeks    the first day of each, one after the other
    Map<LocalDate, Sales> of(SalesPlans.PlannedPart part, DealStage countsAt, List<LocalDate> weeks) {
        var first = weeks.getFirst();
        return database
                .sql(WEEKS)
                .with(part)
                .with("stage", countsAt)
                .with("ends", ENDED)
                .with("zone", OfficeClock.OFFICE_ZONE.getId())
                .with("first", first)
                .with("end", weeks.getLast().plusWeeks(1))
                .rows(Happened.class)
                .stream()
                .collect(Collectors.toMap(
                        week -> first.plusWeeks(week.week()),
                        week -> new Sales(
                                new Figure(week.units(), week.total()), lines(week.sold()), lines(week.givenBack()))));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
