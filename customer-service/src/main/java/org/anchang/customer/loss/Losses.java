package org.anchang.customer.loss;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All customers given up, or to be. A consultant meets own customers' (SEC-1).
@ApplicationScoped
class Losses implements PanacheRepositoryBase<Loss, UUID>, Recorded {
    private static final String ERASE = """
            UPDATE loss SET reason = :reason, units = NULL, word = NULL, version = version + 1 WHERE id = :id""";

    record LossFilter(
            @Nullable String project,
            @Nullable UUID customer,
            Loss.@Nullable LossState state,
            @Nullable Objection objection) {}

    Page<Loss> list(Scope scope, LossFilter filter, PageRequest page) {
        var seen = scope.onOwn("l.project", "(c.owner = :scopePerson or l.appliedBy = :scopePerson)");
        return new Conditions(seen, scope.parameters())
                .and("l.project = :project", filter.project())
                .and("(c.id = :customer or c.mergedInto = :customer)", filter.customer())
                .and("l.state = :state", filter.state())
                .and("l.objection = :objection", filter.objection())
                .latestBy("l.id", page)
                .entities(
                        getEntityManager(),
                        "select l from Loss l join Customer c on c.id = l.customer where ",
                        Loss.class,
                        Loss::id);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Loss get(Scope scope, UUID id) {
        var seen = scope.onOwn("l.project", "(c.owner = :scopePerson or l.appliedBy = :scopePerson)");
        var conditions = new Conditions(seen, scope.parameters()).and("l.id = :id", id);
        var query = getEntityManager()
                .createQuery(
                        "select l from Loss l join Customer c on c.id = l.customer where " + conditions, Loss.class);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    @Override
    public Held held() {
        return Held.in("loss", "LOSSES", "reason", "units", "word").erased(ERASE, Map.of("reason", Held.GONE));
    }
}
