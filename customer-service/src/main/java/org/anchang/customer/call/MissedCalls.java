package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.call.MissedCall.MissedCallState;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All calls that nobody took. A consultant meets those of own customers, and of callers who are nobody's (SEC-1).
@ApplicationScoped
class MissedCalls implements PanacheRepositoryBase<MissedCall, UUID>, Recorded {
    private static final String ERASE = """
            UPDATE missed_call SET caller_name = NULL, phone = :phone, note = NULL, result = NULL, version = version + 1
            WHERE id = :id""";

    private static final String FROM = "select m from MissedCall m left join Customer c on c.id = m.customer where ";

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    MissedCall get(Scope scope, UUID id) {
        return find(scope, id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// A call was logged that answers it; nothing happens where another was quicker.
    void wasCalledBack(Scope scope, UUID id, Instant at) {
        find(scope, id)
                .filter(call -> call.state() == MissedCallState.OPEN)
                .ifPresent(call -> call.calledBack(true, null, scope.person(), at));
    }

    /// Who has waited longest comes first.
    Page<MissedCall> list(Scope scope, @Nullable String project, @Nullable MissedCallState state, PageRequest page) {
        var conditions = new Conditions(seenBy(scope), scope.parameters())
                .and("m.project = :project", project)
                .and("m.state = :state", state);
        return list(conditions, page);
    }

    private Optional<MissedCall> find(Scope scope, UUID id) {
        var conditions = new Conditions(seenBy(scope), scope.parameters()).and("m.id = :id", id);
        return list(conditions, new PageRequest(1, null)).items().stream().findFirst();
    }

    private Page<MissedCall> list(Conditions conditions, PageRequest page) {
        return conditions.by("m.id", page).entities(getEntityManager(), FROM, MissedCall.class, MissedCall::id);
    }

    private static String seenBy(Scope scope) {
        return scope.onOwn("m.project", "(m.customer is null or c.owner = :scopePerson)");
    }

    @Override
    public Held held() {
        return Held.in("missed_call", "MISSED_CALLS", "caller_name", "phone", "note", "result")
                .erased(ERASE, Map.of("phone", Held.GONE));
    }
}
