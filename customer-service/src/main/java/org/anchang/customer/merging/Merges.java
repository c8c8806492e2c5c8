package org.anchang.customer.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;

@ApplicationScoped
class Merges implements Recorded {
    private static final String KEEP = """
            INSERT INTO customer_merge (id, project, customer, merged, reason, merged_by, merged_at)
            VALUES (:id, :project, :customer, :merged, :reason, :mergedBy, :mergedAt)""";
    private static final String ALL =
            "SELECT id, project, customer, merged, reason, merged_by, merged_at FROM customer_merge";
    private static final String ONE = ALL + " WHERE id = :id";
    private static final String OF_CUSTOMER = ALL + Customers.RECORDED;

    @Inject
    Database database;

    @Inject
    Customers customers;

    void keep(Merge merge) {
        database.sql(KEEP).with(merge).write();
    }

    /// What went into the customer, at whatever remove.
    Page<Merge> of(Customer customer, PageRequest page) {
        return database.sql(OF_CUSTOMER).with("customer", customer.id()).page(page, Merge.class, Merge::id);
    }

    Optional<Merge> find(UUID id) {
        return database.sql(ONE).with("id", id).row(Merge.class);
    }

    /// In the order of their ids, so that two merges of the same customers wait for each other; who read a
    /// record that has changed since is told to try again.
    void lock(Customer... both) {
        Stream.of(both)
                .sorted(Comparator.comparing(Customer::id))
                .forEach(customer -> customers.getEntityManager().lock(customer, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Held held() {
        return Held.in("customer_merge", "MERGES", "reason");
    }
}
