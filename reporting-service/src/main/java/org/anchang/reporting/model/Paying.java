package org.anchang.reporting.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// COL-1: how a deal's schedule is paid, worked out from the steps that bear on it, as deal-service does
/// it: a receipt goes where money falls due first; loan money to the loan's line first, all other money
/// elsewhere first. What was put on a line stays there, whatever comes later, until its receipt is voided.
final class Paying {
    private static final String LOAN = "LOAN";

    /// @param lines of a schedule
    record Step(
            String what, @Nullable String receipt, @Nullable BigDecimal amount, List<Planned> lines) {}

    record Planned(String label, LocalDate on, BigDecimal amount) {}

    record PaidLine(String label, LocalDate on, BigDecimal amount, BigDecimal paid) {}

    /// Money that counts, and what of it stands on which line.
    private static final class Put {
        final boolean isLoan;
        BigDecimal rest;
        final Map<Integer, BigDecimal> onLines = new LinkedHashMap<>();

        Put(boolean isLoan, BigDecimal rest) {
            this.isLoan = isLoan;
            this.rest = rest;
        }
    }

    private final Map<String, Put> receipts = new LinkedHashMap<>();
    private List<Planned> lines = List.of();

    private Paying() {}

    /// The lines as they stand after these steps, in the order in which they were told.
    static List<PaidLine> after(List<Step> steps) {
        var paying = new Paying();
        steps.forEach(paying::go);
        return paying.standing();
    }

    private void go(Step step) {
        switch (step.what()) {
            case "SCHEDULE" -> schedule(step.lines());
            // The deposits' receipts are taken back for one of the price, before the schedule is there.
            case "EXCHANGE" -> {
                if (lines.isEmpty()) {
                    receipts.clear();
                    take(step, false);
                }
            }
            case "PAYMENT" -> take(step, false);
            case "LOAN" -> take(step, true);
            case "VOID" -> receipts.remove(step.receipt());
            case "END" -> {
                lines = List.of();
                receipts.clear();
            }
            default -> throw new IllegalArgumentException(step.what());
        }
    }

    private void take(Step step, boolean isLoan) {
        var amount = step.amount();
        if (step.receipt() != null && amount != null) {
            var put = new Put(isLoan, amount);
            receipts.put(step.receipt(), put);
            put(put);
        }
    }

    /// The same lines with other dates, and such as had none before: what was paid stays where it was.
    private void schedule(List<Planned> planned) {
        var places = new LinkedHashMap<Integer, Integer>();
        var taken = new ArrayList<Integer>();
        for (int was = 0; was < lines.size(); was++) {
            for (int is = 0; is < planned.size(); is++) {
                if (!taken.contains(is) && isSame(lines.get(was), planned.get(is))) {
                    places.put(was, is);
                    taken.add(is);
                    break;
                }
            }
        }
        lines = List.copyOf(planned);
        for (var put : receipts.values()) {
            var before = Map.copyOf(put.onLines);
            put.onLines.clear();
            before.forEach((was, amount) -> {
                var is = places.get(was);
                if (is == null) {
                    put.rest = put.rest.add(amount);
                } else {
                    put.onLines.put(is, amount);
                }
            });
        }
        receipts.values().forEach(this::put);
    }

    private static boolean isSame(Planned one, Planned other) {
        return one.label().equals(other.label()) && one.amount().compareTo(other.amount()) == 0;
    }

    private void put(Put put) {
        var order = new ArrayList<Integer>();
        for (int line = 0; line < lines.size(); line++) {
            order.add(line);
        }
        order.sort(Comparator.<Integer, Boolean>comparing(
                        line -> lines.get(line).label().equals(LOAN) != put.isLoan)
                .thenComparing(line -> lines.get(line).on())
                .thenComparing(line -> line));
        for (var line : order) {
            var part = put.rest.min(lines.get(line).amount().subtract(paid(line)));
            if (part.signum() > 0) {
                put.onLines.merge(line, part, BigDecimal::add);
                put.rest = put.rest.subtract(part);
            }
        }
    }

    private BigDecimal paid(int line) {
        return receipts.values().stream()
                .map(put -> put.onLines.getOrDefault(line, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<PaidLine> standing() {
        var standing = new ArrayList<PaidLine>();
        for (int line = 0; line < lines.size(); line++) {
            var planned = lines.get(line);
            standing.add(new PaidLine(planned.label(), planned.on(), planned.amount(), paid(line)));
        }
        return standing;
    }
}
