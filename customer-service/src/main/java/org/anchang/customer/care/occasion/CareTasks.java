package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.care.occasion.CareTask.CareState;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All care tasks. A consultant meets those of own customers: a task goes with its customer to another owner (SEC-1).
@ApplicationScoped
class CareTasks implements PanacheRepositoryBase<CareTask, UUID>, Recorded {
    private static final String ERASE = """
            UPDATE care_task SET purpose = CASE WHEN purpose IS NOT NULL THEN :purpose END,
                   what = CASE WHEN what IS NOT NULL THEN :what END, version = version + 1
            WHERE id = :id""";

    /// What a list is asked for; anything may be left out.
    record CareFilter(
            @Nullable String project,
            @Nullable UUID customer,
            @Nullable CareState state,
            @Nullable LocalDate dueUntil) {}

    private static final String FROM = "select t from CareTask t join Customer c on c.id = t.customer where ";

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    CareTask get(Scope scope, UUID id) {
        return list(
                        new Conditions(scope.on("t.project", "c.owner") + " and t.id = :id", scope.parameters())
                                .with("id", id),
                        1)
                .stream()
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// What is due first comes first.
    Page<CareTask> list(Scope scope, CareFilter filter, PageRequest page) {
        var day = page.after(key -> LocalDate.parse(key.getFirst())).orElse(null);
        var conditions = new Conditions(scope.on("t.project", "c.owner"), scope.parameters())
                .and("t.project = :project", filter.project())
                .and("t.customer in " + Customers.RECORDS, filter.customer())
                .and("t.state = :state", filter.state())
                .and("t.dueOn <= :dueUntil", filter.dueUntil())
                .and("(t.dueOn > :afterDay or (t.dueOn = :afterDay and t.id > :afterId))", day);
        page.afterId().ifPresent(id -> conditions.with("afterId", id));
        return Page.of(list(conditions, page.rows()), page, task -> List.of(task.dueOn(), task.id()));
    }

    private List<CareTask> list(Conditions conditions, int rows) {
        var query = getEntityManager().createQuery(FROM + conditions + " order by t.dueOn, t.id", CareTask.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(rows).getResultList();
    }

    @Override
    public Held held() {
        return Held.in("care_task", "CARE_TASKS", "purpose", "what")
                .erased(ERASE, Map.of("purpose", Held.GONE, "what", Held.GONE));
    }
}
