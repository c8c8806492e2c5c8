package org.anchang.customer.ownership.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.overdue.Deadlines;
import org.anchang.customer.overdue.StepKind;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jspecify.annotations.Nullable;

/// TRK-5: once a day, whom the rules of a project say goes to a pool: a slice in each transaction, under the lock of
/// the one row that says when the next round is. What was interrupted goes on where it stopped.
@ApplicationScoped
class SweepingToPool implements Sweep {
    private static final int SLICE = 200;

    private static final String DUE =
            "SELECT next_at FROM pool_round WHERE next_at <= clock_timestamp() FOR UPDATE SKIP LOCKED";
    private static final String DONE = "UPDATE pool_round SET next_at = :next";
    private static final String NEXT = """
            SELECT s.customer, d.pool FROM customer_step s
            JOIN unnest(:kinds::text[], :grades::text[], :channels::text[], :days::int[], :pools::text[])
                 AS d (kind, grade, channel, days, pool) USING (kind, grade, channel)
            WHERE s.project = :project AND s.kind = 'POOL' AND greatest(s.since + d.days, s.held_until) < :today
            ORDER BY s.customer LIMIT""" + " " + SLICE;
    /// Locked while this round waited for the customer's row.
    private static final String HELD = """
            SELECT customer FROM locked_customer
            WHERE project = :project AND customer = ANY (:customers) AND until_on >= :today""";

    /// @param pool `-`: the general one
    record Falling(UUID customer, String pool) {
        @Nullable
        UUID into() {
            return pool.equals("-") ? null : UUID.fromString(pool);
        }
    }

    @Inject
    Slices slices;

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
        var projects = slices.call(customers::projects);
        for (var project : projects) {
            slices.all(() -> isDue() && moveSome(project) == SLICE);
        }
        slices.run(() -> {
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
                .with("pools", rules.pools())
                .with("project", project)
                .with("today", clock.today())
                .rows(Falling.class);
        if (!found.isEmpty()) {
            var into = new HashMap<UUID, @Nullable UUID>();
            found.forEach(one -> into.put(one.customer(), one.into()));
            var locked = customers.toChange(into.keySet());
            var held = new HashSet<>(database.sql(HELD)
                    .with("project", project)
                    .with("customers", into.keySet())
                    .with("today", clock.today())
                    .rows(UUID.class));
            moving.move(
                    locked.stream()
                            .filter(customer -> !customer.isPooled() && !held.contains(customer.id()))
                            .toList(),
                    customer -> new Customer.Decision(
                            Customer.POOL, caller.name(), clock.instant(), "POOLED", into.get(customer.id())),
                    null);
        }
        return found.size();
    }
}
