package org.anchang.deal.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchang.deal.quarter.QuarterProgress.Figure;
import org.anchang.deal.quarter.QuarterProgress.Sales;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuarterRulesTest {
    @Test
    @DisplayName("RPT-1 a week belongs to the quarter in which it begins, and a quarter has twelve to fourteen")
    void weeks() {
        assertThat(Quarter.of("2026-Q4").weeks(DayOfWeek.MONDAY))
                .hasSize(13)
                .startsWith(LocalDate.of(2026, 10, 5))
                .endsWith(LocalDate.of(2026, 12, 28));
        assertThat(Quarter.of("2026-Q2").weeks(DayOfWeek.WEDNESDAY)).hasSize(13).startsWith(LocalDate.of(2026, 4, 1));
        for (int year = 2024; year < 2040; year++) {
            for (int number = 1; number <= 4; number++) {
                for (var day : DayOfWeek.values()) {
                    assertThat(new Quarter(year, number).weeks(day)).hasSizeBetween(12, 14);
                }
            }
        }
        assertThat(Quarter.with(LocalDate.of(2026, 9, 30))).hasToString("2026-Q3");
    }

    @Test
    @DisplayName("RPT-1 plan and sales add up from week to week; completion is homes sold in per cent of homes planned")
    void cumulative() {
        var first = LocalDate.of(2026, 10, 5);
        var second = first.plusWeeks(1);
        var third = second.plusWeeks(1);
        var weeks = QuarterProgress.weeks(
                List.of(first, second, third),
                Map.of(second, figure(3, "3000000.00"), third, figure(3, "3000000.00")),
                Map.of(
                        first, new Sales(figure(1, "980000.00"), List.of("3栋-101"), List.of()),
                        third, new Sales(figure(1, "1000000.00"), List.of("3栋-102", "3栋-103"), List.of("3栋-101"))));

        assertThat(weeks).extracting(QuarterProgress.QuarterWeek::number).containsExactly(1, 2, 3);
        assertThat(weeks.getFirst().completion()).isNull();
        assertThat(weeks.getFirst().planned()).isNull();
        assertThat(weeks.get(1).completion()).isEqualTo(new BigDecimal("33.3"));
        assertThat(weeks.getLast().plannedYet()).isEqualTo(figure(6, "6000000.00"));
        assertThat(weeks.getLast().actualYet()).isEqualTo(figure(2, "1980000.00"));
        assertThat(weeks.getLast().to()).isEqualTo(third.plusDays(6));
    }

    private static Figure figure(int units, String total) {
        return new Figure(units, Money.of(total));
    }
}
