package org.anchang.customer.care.complaint;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.care.complaint.Complaint.ComplaintState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All complaints and suggestions. A consultant meets those they see to, and those they wrote down (SEC-1).
@ApplicationScoped
class Complaints implements PanacheRepositoryBase<Complaint, UUID>, Recorded {
    /// What a list is asked for; anything may be left out.
    ///
    /// @param isEscalated whether only those that are past their day without an answer
    record ComplaintFilter(
            @Nullable String project,
            @Nullable UUID customer,
            @Nullable ComplaintState state,
            boolean isEscalated) {}

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Complaint get(Scope scope, UUID id) {
        var conditions = new Conditions(seenBy(scope) + " and id = :id", scope.parameters()).with("id", id);
        return find("from Complaint where " + conditions, conditions.parameters())
                .firstResultOptional()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// TRK-7: the cases that somebody still has to see to, locked.
    ///
    /// @param project `*`: of every one
    List<Complaint> leftBy(String owner, String project) {
        return find(
                        "owner = ?1 and state <> ?2 and (project = ?3 or ?3 = '*') order by id",
                        owner,
                        ComplaintState.CLOSED,
                        project)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// The latest first.
    Page<Complaint> list(Scope scope, ComplaintFilter filter, PageRequest page) {
        return new Conditions(seenBy(scope), scope.parameters())
                .and("project = :project", filter.project())
                .and("customer in " + Customers.RECORDS, filter.customer())
                .and("state = :state", filter.isEscalated() ? ComplaintState.OPEN : filter.state())
                .and("dueOn < :today", filter.isEscalated() ? clock.today() : null)
                .latestBy("id", page)
                .entities(getEntityManager(), "from Complaint where ", Complaint.class, Complaint::id);
    }

    private static String seenBy(Scope scope) {
        return scope.onOwn("project", "(owner = :scopePerson or openedBy = :scopePerson)");
    }

    @Override
    public Held held() {
        return Held.in("complaint", "COMPLAINTS", "person_name", "phone", "body", "answer")
                .staysFor(Held.Stays.COMPLAINT);
    }
}
