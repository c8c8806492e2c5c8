package org.anchang.customer.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.MoveResource.MoveCustomers;
import org.anchang.customer.ownership.MoveResource.Moved;
import org.anchang.customer.pool.Pools;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-5, TRK-7: moves the customers that a filter finds, a slice at a time, so that no command is long: who sends it
/// again until nothing is left has moved all of them, and may stop in between.
@ApplicationScoped
class MovingMany {
    private static final int SLICE = 200;

    private static final String FOUND = """
            FROM tracked_customer
            WHERE project = :project AND owner <> ALL (:to)
              AND CASE WHEN :owner::text IS NULL THEN owner <> '*' ELSE owner = :owner END
              AND (:customers::uuid[] IS NULL OR customer = ANY (:customers))
              AND (:grade::text IS NULL OR intent_grade = :grade)
              AND (:before::timestamptz IS NULL OR last_at < :before)""";
    private static final String KEPT_OUT = "(:pool AND (NOT may_be_pooled OR coalesce(held_until >= :today, false)))";
    private static final String STAYS = " AND " + KEPT_OUT;
    private static final String GOES = " AND NOT " + KEPT_OUT;
    private static final String NEXT = "SELECT customer " + FOUND + GOES + " ORDER BY customer LIMIT " + SLICE;
    private static final String LEFT = "SELECT count(*) " + FOUND + GOES;
    private static final String KEPT = "SELECT count(*) " + FOUND + STAYS;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    MovingCustomers moving;

    @Inject
    Roster roster;

    @Inject
    Pools pools;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, NOT_A_CONSULTANT
    @Transactional(Transactional.TxType.MANDATORY)
    Moved move(MoveCustomers wish) {
        caller.mustBeBoundTo(wish.project());
        wish.to().forEach(person -> roster.mustStay(new Roster.Worker(wish.project(), person)));
        var to = wish.to().isEmpty() ? List.of(Customer.POOL) : wish.to();
        var pool = wish.pool() == null || !wish.to().isEmpty()
                ? null
                : pools.live(wish.project(), wish.pool()).id();
        var how = wish.to().isEmpty() ? "POOLED" : "HANDED_OVER";
        var asked = asked(wish, to);
        var found = database.sql(NEXT).with(asked).rows(UUID.class);
        // Whoever was taken by somebody else between the two is theirs.
        var locked = found.isEmpty()
                ? List.<Customer>of()
                : customers.toChange(found).stream()
                        .filter(customer -> !to.contains(customer.owner()) && isStill(wish.among(), customer))
                        .toList();
        var nth = new AtomicInteger();
        moving.move(
                locked,
                _ -> new Customer.Decision(
                        to.get(nth.getAndIncrement() % to.size()), caller.name(), clock.instant(), how, pool),
                wish.reason());
        return new Moved(
                locked.size(),
                database.sql(LEFT).with(asked).one(Long.class),
                database.sql(KEPT).with(asked).one(Long.class));
    }

    private static boolean isStill(MoveResource.Among among, Customer customer) {
        return among.owner() == null ? !customer.isPooled() : customer.belongsTo(among.owner());
    }

    private Map<String, @Nullable Object> asked(MoveCustomers wish, List<String> to) {
        var among = wish.among();
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("project", wish.project());
        asked.put("to", to);
        asked.put("owner", among.owner());
        asked.put("customers", among.customers());
        asked.put("grade", among.grade());
        asked.put("before", among.idleDays() == null ? null : clock.instant().minus(Duration.ofDays(among.idleDays())));
        asked.put("pool", wish.to().isEmpty());
        asked.put("today", clock.today());
        return asked;
    }
}
