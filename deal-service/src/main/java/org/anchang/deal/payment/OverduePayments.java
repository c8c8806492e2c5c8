package org.anchang.deal.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.events.DealEvent.PaymentOverdue;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// COL-1, COL-2: tells once of each line of a schedule that it is overdue; the mark and the event are one transaction.
/// Looked for again and again, since what becomes overdue follows from payments and is in no index.
@ApplicationScoped
class OverduePayments implements Sweep {
    private static final int AT_ONCE = 100;

    private record Late(UUID deal, String project, String label, LocalDate dueOn, BigDecimal outstanding) {}

    private static final String TELL = """
            UPDATE schedule_line l SET overdue_told_at = :now
            FROM (SELECT s.id, s.amount - a.paid AS outstanding FROM schedule_line s JOIN amount_due a ON a.id = s.id
                  WHERE s.replaced_at IS NULL AND s.overdue_told_at IS NULL AND s.due_on < :today AND s.amount > a.paid
                  ORDER BY s.due_on, s.id LIMIT :most FOR UPDATE OF s SKIP LOCKED) late
            CROSS JOIN deal_standing d
            WHERE l.id = late.id AND d.deal = l.deal
            RETURNING l.deal, d.project, l.label, l.due_on, late.outstanding""";

    @Inject
    Slices slices;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @ConfigProperty(name = "anchang.overdue.sweep")
    Duration every;

    @Override
    public String nextDue() {
        return "SELECT clock_timestamp()";
    }

    @Override
    public void run() {
        slices.all(() -> tellSome() == AT_ONCE);
    }

    @Override
    public Duration rest() {
        return every;
    }

    private int tellSome() {
        var told = database.sql(TELL)
                .with("today", clock.today())
                .with("now", clock.instant())
                .with("most", AT_ONCE)
                .rows(Late.class);
        told.forEach(late -> outbox.append(new PaymentOverdue(
                late.deal(), late.project(), clock.instant(), late.label(), late.dueOn(), late.outstanding())));
        return told.size();
    }
}
