package org.anchang.customer.tracking;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.jspecify.annotations.Nullable;

/// All follow-ups. A consultant meets those of own customers (SEC-1).
@ApplicationScoped
class FollowUps implements PanacheRepositoryBase<FollowUp, UUID>, Recorded {
    private static final String ERASE = """
            UPDATE follow_up SET action = NULL, response = NULL, satisfied = NULL, dissatisfied = NULL, resistance = NULL,
                   purpose = CASE WHEN purpose IS NOT NULL THEN :purpose END, said = CASE WHEN said IS NOT NULL THEN :said END,
                   version = version + 1
            WHERE id = :id""";

    /// What a list is asked for; anything may be left out.
    ///
    /// @param dueUntil only what is still planned, until this day
    record FollowUpFilter(
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

    Page<FollowUp> list(Scope scope, FollowUpFilter filter, PageRequest page) {
        return new Conditions(scope.on("f.project", "c.owner"), scope.parameters())
                .and("f.project = :project", filter.project())
                .and("(c.id = :customer or c.mergedInto = :customer)", filter.customer())
                .and("f.state = PLANNED and f.dueOn <= :dueUntil", filter.dueUntil())
                .by("f.id", page)
                .entities(
                        getEntityManager(),
                        "select f from FollowUp f join Customer c on c.id = f.customer where ",
                        FollowUp.class,
                        FollowUp::id);
    }

    @Override
    public Held held() {
        return Held.in(
                        "follow_up",
                        "FOLLOW_UPS",
                        "action",
                        "purpose",
                        "said",
                        "response",
                        "satisfied",
                        "dissatisfied",
                        "resistance")
                .erased(ERASE, Map.of("purpose", Held.GONE, "said", Held.GONE));
    }
}
