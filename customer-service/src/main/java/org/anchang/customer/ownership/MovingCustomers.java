package org.anchang.customer.ownership;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-6, TRK-2, TRK-5, TRK-7: customers change hands, one or many: each keeps who decided that, how and why, and all
/// are told.
@ApplicationScoped
public class MovingCustomers {
    @Inject
    Customers customers;

    @Inject
    OwnerChanges changes;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    /// TRK-5: until the day is over nobody takes them, nor do they go to a pool.
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_LOCKED
    public void mustNotBeLocked(@Nullable LocalDate heldUntil) {
        if (heldUntil != null && !clock.today().isAfter(heldUntil)) {
            throw refuse(CustomerRefusal.CUSTOMER_IS_LOCKED).with("until", heldUntil);
        }
    }

    /// CUS-8: those who come in at this moment and are nobody's go to the pool; they have had no record before.
    ///
    /// @return what is to be told of each, behind what is told of their coming
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerReassigned> intoPool(List<Customer> newcomers, Customer.Decision decision) {
        var pooled = newcomers.stream()
                .map(customer -> customer.isPooled() ? customer.cameIn(decision) : customer.reassign(decision))
                .toList();
        keep(pooled, decision.pool(), null);
        // Who came in as nobody's is told to be so by their coming.
        return pooled.stream()
                .filter(reassigned -> !reassigned.from().equals(reassigned.to()))
                .toList();
    }

    /// TRK-5: those who are nobody's go from one pool to another. It changes nothing of whose they are, so it
    /// is told to nobody outside.
    @Transactional(Transactional.TxType.MANDATORY)
    public void betweenPools(List<Customer> pooled, Customer.Decision decision, String reason) {
        keep(pooled.stream().map(customer -> customer.cameIn(decision)).toList(), decision.pool(), reason);
    }

    /// @param reason none where a rule decided, or somebody took the customer from the pool
    /// @throws org.anchang.kit.problem.Refused ALREADY_THE_OWNER
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(List<Customer> moved, Function<Customer, Customer.Decision> decision, @Nullable String reason) {
        var told = new ArrayList<CustomerEvent>();
        var kept = new ArrayList<OwnerChange>();
        for (var customer : moved) {
            var decided = decision.apply(customer);
            var reassigned = customer.reassign(decided);
            kept.add(OwnerChange.of(reassigned, decided.pool(), reason, sealing));
            told.add(reassigned);
            customer.firstIsOwner(decided.by(), decided.at()).ifPresent(first -> {
                customers.firstWas(customer, first.firstConsultant());
                told.add(first);
            });
        }
        changes.keep(kept);
        customers.flush();
        moved.forEach(customers::handOver);
        outbox.appendAll(told);
    }

    private void keep(List<CustomerReassigned> moved, @Nullable UUID pool, @Nullable String reason) {
        changes.keep(moved.stream()
                .map(reassigned -> OwnerChange.of(reassigned, pool, reason, sealing))
                .toList());
    }
}
