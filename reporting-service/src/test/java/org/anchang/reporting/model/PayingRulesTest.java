package org.anchang.reporting.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.anchang.reporting.model.Paying.Planned;
import org.anchang.reporting.model.Paying.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PayingRulesTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    @DisplayName("COL-1 money goes where it falls due first, and stays there when an earlier receipt is voided")
    void staysWhereItWas() {
        var steps = List.of(
                step("EXCHANGE", "P", "50"),
                schedule(line("FIRST", JUNE, "100"), line("SECOND", JUNE.plusMonths(1), "100")),
                step("PAYMENT", "A", "50"),
                step("PAYMENT", "B", "60"),
                step("VOID", "A", null),
                step("PAYMENT", "C", "10"));

        assertThat(paid(steps)).containsExactly("60", "60");
    }

    @Test
    @DisplayName("COL-1 loan money goes to the loan first, all other money elsewhere first; another date moves nothing")
    void loanFirst() {
        var before = schedule(line("DOWN_PAYMENT", JUNE, "100"));
        var after = schedule(line("DOWN_PAYMENT", JUNE, "100"), line("LOAN", JUNE.minusDays(9), "200"));

        assertThat(paid(List.of(before, step("PAYMENT", "A", "70"), after, step("LOAN", "B", "200"))))
                .containsExactly("70", "200");
        assertThat(paid(List.of(before, step("PAYMENT", "A", "120"), after))).containsExactly("100", "20");
        assertThat(paid(List.of(before, step("PAYMENT", "A", "70"), step("END", null, null))))
                .isEmpty();
    }

    private static List<String> paid(List<Step> steps) {
        return Paying.after(steps).stream()
                .map(line -> line.paid().toPlainString())
                .toList();
    }

    private static Step step(String what, @Nullable String receipt, @Nullable String amount) {
        return new Step(what, receipt, amount == null ? null : new BigDecimal(amount), List.of());
    }

    private static Step schedule(Planned... lines) {
        return new Step("SCHEDULE", null, null, List.of(lines));
    }

    private static Planned line(String label, LocalDate on, String amount) {
        return new Planned(label, on, new BigDecimal(amount));
    }
}
