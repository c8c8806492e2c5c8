package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All calls that nobody took. A consultant meets those of own customers, and of callers who are nobody's (SEC-1).
@ApplicationScoped
class MissedCalls implements Recorded {
    private static final String ERASE = """
            UPDATE missed_call SET caller_name = NULL, phone = :phone, note = NULL, result = NULL, version = version + 1
            WHERE id = :id""";

    private static final String CALLS = """
            SELECT m.id, m.project, m.caller_name, m.phone, m.note, m.customer, m.missed_at, m.recorded_by, m.recorded_at, m.state,
                   m.attempts, m.last_tried_by, m.last_tried_at, m.result
            FROM missed_call m LEFT JOIN standing_record r ON r.record = m.customer WHERE\s""";
    private static final String RECORD = """
            INSERT INTO missed_call (id, project, caller_name, phone, note, customer, missed_at, recorded_by, recorded_at, state)
            VALUES (:id, :project, :callerName, :phone, :note, :customer, :missedAt, :recordedBy, :recordedAt, :state)""";
    private static final String CALLED_BACK = """
            UPDATE missed_call SET state = :state, attempts = attempts + 1, last_tried_by = :by, last_tried_at = :at,
                   result = coalesce(:result, result), version = version + 1
            WHERE id = :id AND state = 'OPEN'""";

    @Inject
    Database database;

    void record(MissedCall call) {
        database.sql(RECORD).with(call).write();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    MissedCall get(Scope scope, UUID id) {
        return find(scope, id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// TEL-1: who was not reached still waits.
    ///
    /// @param said sealed
    /// @return whether nobody had reached the caller before
    boolean calledBack(UUID id, boolean reached, @Nullable String said, String by, Instant at) {
        return database.sql(CALLED_BACK)
                        .with("id", id)
                        .with("state", reached ? MissedCallState.CALLED_BACK : MissedCallState.OPEN)
                        .with("result", said)
                        .with("by", by)
                        .with("at", at)
                        .write()
                == 1;
    }

    /// A call was logged that answers it; nothing happens where another was quicker.
    void wasCalledBack(Scope scope, UUID id, Instant at) {
        find(scope, id).ifPresent(call -> calledBack(call.id(), true, null, scope.person(), at));
    }

    /// Who has waited longest comes first.
    Page<MissedCall> list(Scope scope, @Nullable String project, @Nullable MissedCallState state, PageRequest page) {
        var conditions = new Conditions(seenBy(scope), scope.parameters())
                .and("m.project = :project", project)
                .and("m.state = :state", state);
        return database.page(CALLS, conditions.by("m.id", page), MissedCall.class, MissedCall::id);
    }

    private Optional<MissedCall> find(Scope scope, UUID id) {
        var conditions = new Conditions(seenBy(scope), scope.parameters()).and("m.id = :id", id);
        return database.sql(CALLS + conditions).with(conditions.parameters()).row(MissedCall.class);
    }

    private static String seenBy(Scope scope) {
        return scope.onOwn("m.project", "(m.customer IS NULL OR r.owner = :scopePerson)");
    }

    @Override
    public Held held() {
        return Held.in("missed_call", "MISSED_CALLS", "caller_name", "phone", "note", "result")
                .erased(ERASE, Map.of("phone", Held.GONE));
    }
}
