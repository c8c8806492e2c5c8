package org.anchang.customer.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-6, TRK-5, TRK-7: customers change hands, one or many: each keeps who decided that, how and
/// why, and all are told.
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

    /// CUS-8: those who come in at this moment and are nobody's go to the pool; they have had no record before.
    ///
    /// @return what is to be told of each, behind what is told of their coming
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerReassigned> intoPool(List<Customer> newcomers, Customer.Decision decision) {
        return newcomers.stream()
                .map(customer -> {
                    var reassigned = customer.reassign(decision);
                    changes.persist(OwnerChange.of(reassigned, null, sealing));
                    return reassigned;
                })
                .toList();
    }

    /// @param reason none where a rule decided, or somebody took the customer from the pool
    /// @throws org.anchang.kit.problem.Refused ALREADY_THE_OWNER
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(List<Customer> moved, Function<Customer, Customer.Decision> decision, @Nullable String reason) {
        var told = new ArrayList<CustomerReassigned>();
        for (var customer : moved) {
            var reassigned = customer.reassign(decision.apply(customer));
            changes.persist(OwnerChange.of(reassigned, reason, sealing));
            told.add(reassigned);
        }
        customers.flush();
        moved.forEach(customers::handOver);
        outbox.appendAll(told);
    }
}
