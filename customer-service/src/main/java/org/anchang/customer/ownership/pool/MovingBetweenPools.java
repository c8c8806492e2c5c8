package org.anchang.customer.ownership.pool;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.ownership.pool.PoolResource.MoveBetweenPools;
import org.anchang.customer.ownership.pool.PoolResource.MovedBetweenPools;
import org.anchang.customer.pool.Pools;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-5: a manager puts customers of one pool into another, by whose terms they are taken from then on. Whoever was
/// taken by somebody meanwhile is theirs, and stays.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MovingBetweenPools {
    private record InPool(UUID customer, @Nullable UUID pool) {}

    private static final String WHERE = "SELECT customer, pool FROM pooled_customer WHERE customer = ANY (:customers)";

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    MovingCustomers moving;

    @Inject
    Pools pools;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    MovedBetweenPools move(String project, MoveBetweenPools wish) {
        caller.mustBeBoundTo(project);
        var to = wish.to() == null ? null : pools.live(project, wish.to()).id();
        var asked = new HashSet<>(wish.customers());
        var locked = customers.toChange(asked);
        refuseUnless(
                locked.size() == asked.size()
                        && locked.stream().allMatch(one -> one.project().equals(project)),
                KitRefusal.NOT_FOUND);
        var there = database.sql(WHERE)
                .with("customers", locked.stream().map(Customer::id).toList())
                .rows(InPool.class);
        var moved = there.stream()
                .filter(one -> !Objects.equals(one.pool(), to))
                .map(InPool::customer)
                .collect(Collectors.toSet());
        moving.betweenPools(
                locked.stream().filter(one -> moved.contains(one.id())).toList(),
                new Customer.Decision(Customer.POOL, caller.name(), clock.instant(), "POOLED", to),
                wish.reason());
        return new MovedBetweenPools(moved.size(), asked.size() - moved.size());
    }
}
