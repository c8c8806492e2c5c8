package org.anchang.reporting.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.LoanDisbursed;
import org.anchang.events.DealEvent.PaymentReceived;
import org.anchang.events.DealEvent.PaymentScheduleChanged;
import org.anchang.events.DealEvent.ReceiptExchanged;
import org.anchang.events.DealEvent.ReceiptVoided;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// COL-1: what falls due when, and what of it was paid: worked out anew from all steps of the deal whenever
/// one comes, in whatever order they come.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Dues {
    private record Kept(
            String what,
            @Nullable String receipt,
            @Nullable BigDecimal amount,
            @Nullable String lines) {
        static Kept of(String what, @Nullable String receipt, @Nullable BigDecimal amount) {
            return new Kept(what, receipt, amount, null);
        }

        Paying.Step step() {
            return new Paying.Step(what, receipt, amount, lines == null ? List.of() : planned(lines));
        }
    }

    private record Row(
            int generation,
            UUID deal,
            int line,
            String project,
            String label,
            LocalDate on,
            BigDecimal amount,
            BigDecimal paid) {}

    private static final String KEEP = """
            INSERT INTO seen_step (generation, deal, seq, what, receipt, amount, lines)
            VALUES (:generation, :deal, :seq, :what, :receipt, :amount, :lines) ON CONFLICT DO NOTHING""";
    private static final String LOCK =
            "SELECT deal FROM seen_deal WHERE generation = :generation AND deal = :deal FOR NO KEY UPDATE";
    private static final String STEPS = """
            SELECT what, receipt, amount, lines FROM seen_step WHERE generation = :generation AND deal = :deal ORDER BY seq""";
    private static final String FORGET = "DELETE FROM seen_due WHERE generation = :generation AND deal = :deal";
    private static final String ADD = """
            INSERT INTO seen_due (generation, deal, line, project, label, due_on, amount, paid)
            VALUES (:generation, :deal, :line, :project, :label, :on, :amount, :paid)""";

    @Inject
    Database database;

    void take(DealEvent event, EventPlace place) {
        step(event).ifPresent(step -> {
            // One after the other: what is due follows from all of them.
            database.sql(LOCK)
                    .with("generation", place.generation())
                    .with("deal", event.deal())
                    .rows(UUID.class);
            database.sql(KEEP).with(place).with("deal", event.deal()).with(step).write();
            standAnew(event, place.generation());
        });
    }

    private void standAnew(DealEvent event, int generation) {
        var steps =
                database.sql(STEPS).with("generation", generation).with("deal", event.deal()).rows(Kept.class).stream()
                        .map(Kept::step)
                        .toList();
        var rows = new ArrayList<Row>();
        for (var line : Paying.after(steps)) {
            rows.add(new Row(
                    generation,
                    event.deal(),
                    rows.size() + 1,
                    event.project(),
                    line.label(),
                    line.on(),
                    line.amount(),
                    line.paid()));
        }
        database.sql(FORGET)
                .with("generation", generation)
                .with("deal", event.deal())
                .write();
        database.writeAll(ADD, rows);
    }

    private static Optional<Kept> step(DealEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case PaymentScheduleChanged changed -> new Kept("SCHEDULE", null, null, written(changed));
                    case ReceiptExchanged exchanged -> Kept.of("EXCHANGE", exchanged.issued(), exchanged.amount());
                    case PaymentReceived paid -> Kept.of("PAYMENT", paid.receipt(), paid.amount());
                    case LoanDisbursed loan -> Kept.of("LOAN", loan.receipt(), loan.amount());
                    case ReceiptVoided voided -> Kept.of("VOID", voided.receipt(), null);
                    case DealRefunded _, DealVoided _, DealLapsed _ -> Kept.of("END", null, null);
                    case DealEvent.Money _,
                            DealEvent.Stage _,
                            DealEvent.Ticket _,
                            DealEvent.Agreed _,
                            DealEvent.Request _,
                            DealEvent.Closing _,
                            DealEvent.Paper _,
                            DealEvent.Unknown _ -> null;
                });
    }

    private static String written(PaymentScheduleChanged changed) {
        return changed.schedule().stream()
                .map(due -> due.label() + "\t" + due.on() + "\t" + due.amount().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    private static List<Paying.Planned> planned(String written) {
        return written.lines()
                .map(line -> line.split("\t", -1))
                .map(parts -> new Paying.Planned(parts[0], LocalDate.parse(parts[1]), new BigDecimal(parts[2])))
                .toList();
    }
}
