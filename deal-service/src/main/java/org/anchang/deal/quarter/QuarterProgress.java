package org.anchang.deal.quarter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// RPT-1: plan and sales of a quarter side by side, week by week.
public final class QuarterProgress {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private QuarterProgress() {}

    /// So many homes at so much.
    ///
    /// @param units how many homes; below zero in a week in which more was given back than sold
    /// @param total their prices together, in yuan
    public record Figure(int units, Money total) {
        static final Figure NONE = new Figure(0, Money.ZERO);

        Figure plus(Figure other) {
            return new Figure(units + other.units, total.plus(other.total));
        }
    }

    /// What happened in a week.
    ///
    /// @param sold      the homes, by label, in the order in which they were sold
    /// @param givenBack homes whose deal had counted and ended: they are taken off in the week in which it
    /// did
    record Sales(Figure figure, List<String> sold, List<String> givenBack) {
        static final Sales NONE = new Sales(Figure.NONE, List.of(), List.of());
    }

    /// A column of the sheet.
    ///
    /// @param number     of the week within the quarter, from 1
    /// @param from       its first day
    /// @param to         its last day
    /// @param planned    nothing where no plan was entered for the week
    /// @param plannedYet planned from the first week up to this one
    /// @param actual     sold less given back
    /// @param actualYet  the same from the first week up to this one
    /// @param completion `actualYet` in per cent of `plannedYet`, by homes, with one place; nothing
    /// without a plan
    /// @param sold       the homes, by label, in the order in which they were sold; the first 200
    /// @param givenBack  homes whose deal had counted and ended in this week, by label; the first 200
    public record QuarterWeek(
            int number,
            LocalDate from,
            LocalDate to,
            @Nullable Figure planned,
            Figure plannedYet,
            Figure actual,
            Figure actualYet,
            @Nullable BigDecimal completion,
            List<String> sold,
            List<String> givenBack) {}

    /// @param begins the first day of each week
    /// @param plan   by first day
    /// @param sales  by first day
    static List<QuarterWeek> weeks(List<LocalDate> begins, Map<LocalDate, Figure> plan, Map<LocalDate, Sales> sales) {
        var weeks = new ArrayList<QuarterWeek>();
        var plannedYet = Figure.NONE;
        var actualYet = Figure.NONE;
        for (var begin : begins) {
            var planned = plan.get(begin);
            var happened = sales.getOrDefault(begin, Sales.NONE);
            plannedYet = planned == null ? plannedYet : plannedYet.plus(planned);
            actualYet = actualYet.plus(happened.figure());
            weeks.add(new QuarterWeek(
                    weeks.size() + 1,
                    begin,
                    begin.plusDays(6),
                    planned,
                    plannedYet,
                    happened.figure(),
                    actualYet,
                    completion(actualYet, plannedYet),
                    happened.sold(),
                    happened.givenBack()));
        }
        return weeks;
    }

    private static @Nullable BigDecimal completion(Figure actual, Figure planned) {
        return planned.units() == 0
                ? null
                : BigDecimal.valueOf(actual.units())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(planned.units()), 1, RoundingMode.HALF_UP);
    }
}
