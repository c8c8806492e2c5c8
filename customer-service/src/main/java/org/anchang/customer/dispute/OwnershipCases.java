package org.anchang.customer.dispute;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.dispute.OwnershipCase.CaseState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All cases. A consultant meets those in which they have a part, and those they filed (SEC-1).
@ApplicationScoped
class OwnershipCases implements PanacheRepositoryBase<OwnershipCase, UUID>, Recorded {
    /// What a list is asked for; anything may be left out.
    ///
    /// @param isOverdue only those that are past their day
    record CaseFilter(
            @Nullable String project,
            @Nullable UUID customer,
            @Nullable CaseState state,
            boolean isOverdue) {}

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    OwnershipCase get(Scope scope, UUID id) {
        var conditions = new Conditions(seenBy(scope) + " and c.id = :id", scope.parameters()).with("id", id);
        return find("from OwnershipCase c where " + conditions, conditions.parameters())
                .firstResultOptional()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// As it is now; nobody else changes it until the transaction ends.
    void hold(OwnershipCase filed) {
        getEntityManager().refresh(filed, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<OwnershipCase> openOf(UUID customer) {
        return find("customer = ?1 and state = ?2", customer, CaseState.OPEN).firstResultOptional();
    }

    /// The latest first.
    Page<OwnershipCase> list(Scope scope, CaseFilter filter, PageRequest page) {
        return new Conditions(seenBy(scope), scope.parameters())
                .and("c.project = :project", filter.project())
                .and("c.customer in " + Customers.RECORDS, filter.customer())
                .and("c.state = :state", filter.isOverdue() ? CaseState.OPEN : filter.state())
                .and("c.dueOn < :today", filter.isOverdue() ? clock.today() : null)
                .latestBy("c.id", page)
                .entities(getEntityManager(), "from OwnershipCase c where ", OwnershipCase.class, OwnershipCase::id);
    }

    private static String seenBy(Scope scope) {
        return scope.onOwn("c.project", "(c.filedBy = :scopePerson or :scopePerson member of c.parties)");
    }

    @Override
    public Held held() {
        return Held.in("ownership_case", "OWNERSHIP_CASES", "reason", "evidence", "decision");
    }
}
