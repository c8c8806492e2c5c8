package org.anchang.customer.merging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;

@ApplicationScoped
class Merges implements PanacheRepositoryBase<Merge, UUID>, Recorded {
    private static final String HELD =
            "SELECT id, to_jsonb(m)::text AS body FROM customer_merge m WHERE customer = ANY (:records) ORDER BY id";

    @Override
    public String what() {
        return "MERGES";
    }

    @Override
    public long under(Collection<UUID> records) {
        return count("customer in ?1", records);
    }

    /// In the order of their ids, so that two merges of the same customers wait for each other; who read a
    /// record that has changed since is told to try again.
    void lock(Customer... both) {
        Stream.of(both).sorted(Comparator.comparing(Customer::id)).forEach(customer -> getEntityManager()
                .lock(customer, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Held held() {
        return Held.staying("customer_merge", HELD, Set.of("reason"), Held.Stays.HISTORY);
    }
}
