package org.anchang.customer.tracking;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.jspecify.annotations.Nullable;

/// All follow-ups. A consultant meets those of own customers (SEC-1).
@ApplicationScoped
class FollowUps implements PanacheRepositoryBase<FollowUp, UUID> {
    /// What a list is asked for; anything may be left out.
    ///
    /// @param dueUntil only what is still planned, until this day
    record Filter(
            @Nullable String project,
            @Nullable UUID customer,
            @Nullable LocalDate dueUntil) {}

    /// The planned follow-up that a talk with the customer fulfils.
    Optional<FollowUp> nextPlanned(Customer customer) {
        return find(
                        "state = :state and customer in " + Customers.RECORDS + " order by dueOn, id",
                        Map.of("state", FollowUp.State.PLANNED, "customer", customer.id()))
                .firstResultOptional();
    }

    Page<FollowUp> list(Scope scope, Filter filter, PageRequest page) {
        var parameters = scope.parameters();
        var conditions = new StringBuilder(scope.on("f.project", "c.owner"));
        if (filter.project() != null) {
            conditions.append(" and f.project = :project");
            parameters.put("project", filter.project());
        }
        if (filter.customer() != null) {
            conditions.append(" and (c.id = :customer or c.mergedInto = :customer)");
            parameters.put("customer", filter.customer());
        }
        if (filter.dueUntil() != null) {
            conditions.append(" and f.state = PLANNED and f.dueOn <= :dueUntil");
            parameters.put("dueUntil", filter.dueUntil());
        }
        page.afterId().ifPresent(after -> {
            conditions.append(" and f.id > :after");
            parameters.put("after", after);
        });
        var query = getEntityManager()
                .createQuery(
                        "select f from FollowUp f join Customer c on c.id = f.customer where " + conditions
                                + " order by f.id",
                        FollowUp.class);
        parameters.forEach(query::setParameter);
        return Page.of(query.setMaxResults(page.rows()).getResultList(), page, followUp -> List.of(followUp.id()));
    }
}
