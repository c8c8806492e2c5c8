package org.anchang.customer.merging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;

@ApplicationScoped
class Merges implements PanacheRepositoryBase<Merge, UUID>, Recorded {
    /// In the order of their ids, so that two merges of the same customers wait for each other; who read a
    /// record that has changed since is told to try again.
    void lock(Customer... both) {
        Stream.of(both).sorted(Comparator.comparing(Customer::id)).forEach(customer -> getEntityManager()
                .lock(customer, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Held held() {
        return Held.in("customer_merge", "MERGES", "reason");
    }
}
