package org.anchang.deal.payment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.events.DealEvent.PaymentOverdue;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;

/// COL-1, COL-2: tells once of each line of a schedule that it is overdue. Replicas share the work by skipping each
/// other's rows; the mark and the event are one transaction.
@ApplicationScoped
class OverduePayments {
    private record Late(UUID deal, String project, String label, LocalDate dueOn, BigDecimal outstanding) {}

    private static final String SWEEP = """
            UPDATE schedule_line l SET overdue_told_at = :now
            FROM (SELECT s.id, s.amount - a.paid AS outstanding FROM schedule_line s JOIN amount_due a ON a.id = s.id
                  WHERE s.replaced_at IS NULL AND s.overdue_told_at IS NULL AND s.due_on < :today AND s.amount > a.paid
                  ORDER BY s.due_on, s.id LIMIT 100 FOR UPDATE OF s SKIP LOCKED) late
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
    AuditedTransaction transaction;

    @Inject
    OfficeClock clock;

    @Scheduled(every = "${anchang.overdue.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        slices.run(this::tellSome);
    }

    private void tellSome() {
        transaction.goesOnFor("sweep OverduePayments");
        database.sql(SWEEP)
                .with("today", clock.today())
                .with("now", clock.instant())
                .rows(Late.class)
                .forEach(late -> outbox.append(new PaymentOverdue(
                        late.deal(), late.project(), clock.instant(), late.label(), late.dueOn(), late.outstanding())));
    }
}
