package org.anchang.customer.ownership.pool;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.overdue.Deadlines;
import org.anchang.customer.overdue.StepKind;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Sweep;

/// TRK-5: once a day, whom the rules of a project say goes to the pool: a slice in each transaction, under the lock of
/// the one row that says when the next round is. What was interrupted goes on where it stopped.
@ApplicationScoped
class SweepingToPool implements Sweep {
    private static final int SLICE = 200;

    private static final String DUE =
            "SELECT next_at FROM pool_round WHERE next_at <= clock_timestamp() FOR UPDATE SKIP LOCKED";
    private static final String DONE = "UPDATE pool_round SET next_at = :next";
    private static final String NEXT = """
            SELECT s.customer FROM customer_step s
            JOIN unnest(:kinds::text[], :grades::text[], :channels::text[], :days::int[])
                 AS d (kind, grade, channel, days) USING (kind, grade, channel)
            WHERE s.project = :project AND s.kind = 'POOL' AND s.since + d.days < :today
            ORDER BY s.customer LIMIT""" + " " + SLICE;

    @Inject
    Database database;

    @Inject
    Deadlines deadlines;

    @Inject
    Customers customers;

    @Inject
    MovingCustomers moving;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Override
    public String nextDue() {
        return "SELECT next_at FROM pool_round";
    }

    @Override
    public void run() {
        var projects = QuarkusTransaction.requiringNew().call(customers::projects);
        for (var project : projects) {
            while (QuarkusTransaction.requiringNew().call(() -> isDue() && moveSome(project) == SLICE)) {
                // The next slice.
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (isDue()) {
                database.sql(DONE).with("next", tomorrow()).write();
            }
        });
    }

    private boolean isDue() {
        return database.sql(DUE).row(Instant.class).isPresent();
    }

    /// Soon after midnight.
    private Instant tomorrow() {
        return clock.today()
                .plusDays(1)
                .atTime(0, 5)
                .atZone(OfficeClock.OFFICE_ZONE)
                .toInstant();
    }

    private int moveSome(String project) {
        var rules = deadlines.of(project).only(StepKind.POOL);
        if (rules.isEmpty()) {
            return 0;
        }
        var found = database.sql(NEXT)
                .with(rules.parameters())
                .with("project", project)
                .with("today", clock.today())
                .rows(UUID.class);
        var moved = found.isEmpty()
                ? List.<Customer>of()
                : customers.toChange(found).stream()
                        .filter(customer -> !customer.isPooled())
                        .toList();
        moving.move(moved, _ -> new Customer.Decision(Customer.POOL, caller.name(), clock.instant(), "POOLED"), null);
        return found.size();
    }
}
