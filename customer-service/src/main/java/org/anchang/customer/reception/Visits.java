package org.anchang.customer.reception;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All visits. A consultant meets those of own customers and those they received (SEC-1).
@ApplicationScoped
public class Visits implements PanacheRepositoryBase<Visit, UUID>, Recorded {
    private static final String SEEN =
            "(receiver = :scopePerson or customer in (select c.id from Customer c where c.owner = :scopePerson))";

    record VisitFilter(@Nullable String project, @Nullable UUID customer) {}

    boolean anyOf(Customer customer) {
        return count("customer in " + Customers.RECORDS, Map.of("customer", customer.id())) > 0;
    }

    Page<Visit> list(Scope scope, VisitFilter filter, PageRequest page) {
        return new Conditions(scope.onOwn("project", SEEN), scope.parameters())
                .and("project = :project", filter.project())
                .and("customer in " + Customers.RECORDS, filter.customer())
                .by("id", page)
                .entities(getEntityManager(), "from Visit where ", Visit.class, Visit::id);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Visit get(Scope scope, UUID id) {
        var conditions = new Conditions(scope.onOwn("project", SEEN), scope.parameters()).and("id = :id", id);
        return find("from Visit where " + conditions, conditions.parameters())
                .firstResultOptional()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Which of the customer's visits it is, from 1.
    public long ordinal(Visit visit, Customer customer) {
        return count(
                "customer in " + Customers.RECORDS + " and (receivedAt < :at or receivedAt = :at and id <= :id)",
                Map.of("customer", customer.id(), "at", visit.receivedAt(), "id", visit.id()));
    }

    @Override
    public Held held() {
        return Held.in("visit", "VISITS", "note");
    }
}
