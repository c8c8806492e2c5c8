package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All calls that were taken. A consultant meets those they took, and those of own customers (SEC-1).
@ApplicationScoped
class PhoneCalls implements PanacheRepositoryBase<PhoneCall, UUID>, Recorded {
    private static final String ERASE = """
            UPDATE phone_call SET caller_name = NULL, phone = NULL, address = NULL, intent = NULL, questions = NULL, note = NULL,
                   version = version + 1
            WHERE id = :id""";

    /// What a list is asked for; anything may be left out.
    ///
    /// @param marked only those that went beyond a limit, or only those that did not
    record CallFilter(
            @Nullable String project,
            @Nullable UUID customer,
            @Nullable Boolean marked) {}

    private static final String FROM = "select p from PhoneCall p left join Customer c on c.id = p.customer where ";

    private static final String MARKED =
            "case when p.tooLong = true or p.tooManyQuestions = true then true else false end";

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    PhoneCall get(Scope scope, UUID id) {
        var conditions = new Conditions(seenBy(scope), scope.parameters()).and("p.id = :id", id);
        return list(conditions, new PageRequest(1, null)).items().stream()
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The latest first.
    Page<PhoneCall> list(Scope scope, CallFilter filter, PageRequest page) {
        var conditions = new Conditions(seenBy(scope), scope.parameters())
                .and("p.project = :project", filter.project())
                .and("p.customer in " + Customers.RECORDS, filter.customer())
                .and(MARKED + " = :marked", filter.marked());
        return list(conditions, page);
    }

    private Page<PhoneCall> list(Conditions conditions, PageRequest page) {
        return conditions.latestBy("p.id", page).entities(getEntityManager(), FROM, PhoneCall.class, PhoneCall::id);
    }

    private static String seenBy(Scope scope) {
        return scope.onOwn("p.project", "(p.takenBy = :scopePerson or c.owner = :scopePerson)");
    }

    @Override
    public Held held() {
        return Held.in("phone_call", "CALLS", "caller_name", "phone", "address", "intent", "questions", "note")
                .erased(ERASE, Map.of());
    }
}
