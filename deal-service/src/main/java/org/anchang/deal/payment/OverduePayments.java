package org.anchang.deal.payment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.events.DealEvent.PaymentOverdue;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.hibernate.Session;

/// COL-1, COL-2: tells once of each line of a schedule that it is overdue. Replicas share the work by skipping each
/// other's rows; the mark and the event are one transaction.
@ApplicationScoped
class OverduePayments {
    private static final String SWEEP = """
            UPDATE schedule_line l SET overdue_told_at = ?2
            FROM (SELECT s.id, s.amount - a.paid AS outstanding FROM schedule_line s JOIN amount_due a ON a.id = s.id
                  WHERE s.replaced_at IS NULL AND s.overdue_told_at IS NULL AND s.due_on < ?1 AND s.amount > a.paid
                  ORDER BY s.due_on, s.id LIMIT 100 FOR UPDATE OF s SKIP LOCKED) late, deal d
            WHERE l.id = late.id AND d.id = l.deal
            RETURNING l.deal AS deal, d.project AS project, l.label AS label, l.due_on AS due_on, late.outstanding AS outstanding""";

    @Inject
    Session database;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Scheduled(every = "${anchang.overdue.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        database.createNativeQuery(SWEEP, Object[].class)
                .addScalar("deal", UUID.class)
                .addScalar("project", String.class)
                .addScalar("label", String.class)
                .addScalar("due_on", LocalDate.class)
                .addScalar("outstanding", BigDecimal.class)
                .setParameter(1, clock.today())
                .setParameter(2, clock.instant())
                .getResultList()
                .forEach(row -> outbox.append(new PaymentOverdue(
                        (UUID) row[0],
                        (String) row[1],
                        clock.instant(),
                        (String) row[2],
                        (LocalDate) row[3],
                        (BigDecimal) row[4])));
    }
}
