package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.events.CustomerEvent.CallLogged;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All calls that were taken. A consultant meets those they took, and those of own customers (SEC-1).
@ApplicationScoped
class PhoneCalls implements Recorded {
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

    private static final String CALLS = """
            SELECT p.id, p.project, p.taken_by, p.caller_name, p.phone, p.address, p.intent, p.source, p.questions, p.questions_asked,
                   p.questions_answered, p.note, p.started_at, p.ended_at, p.advertising_day, p.minutes_limit, p.questions_limit,
                   p.too_long, p.too_many_questions, p.customer
            FROM phone_call p LEFT JOIN standing_record r ON r.record = p.customer WHERE\s""";
    private static final String LOG = """
            INSERT INTO phone_call (id, project, taken_by, caller_name, phone, address, intent, source, questions, questions_asked,
                questions_answered, note, started_at, ended_at, advertising_day, minutes_limit, questions_limit, too_long,
                too_many_questions)
            VALUES (:id, :project, :takenBy, :callerName, :phone, :address, :intent, :source, :questions, :questionsAsked,
                :questionsAnswered, :note, :startedAt, :endedAt, :advertisingDay, :minutesLimit, :questionsLimit, :tooLong,
                :tooManyQuestions)""";
    private static final String BELONGS = """
            UPDATE phone_call SET customer = :customer, customer_by = :by, customer_at = :at, version = version + 1
            WHERE id = :id AND customer IS NULL""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    void log(PhoneCall call) {
        database.sql(LOG).with(call).write();
    }

    /// CUS-1, TEL-1: the caller is this customer: the call stands in their history from now on.
    ///
    /// @throws org.anchang.kit.problem.Refused CALL_IS_SOMEBODYS
    CallLogged isOf(PhoneCall call, Customer customer, String by, Instant at) {
        // Who has only just become a customer stands before their call.
        customers.flush();
        var written = database.sql(BELONGS)
                .with("id", call.id())
                .with("customer", customer.id())
                .with("by", by)
                .with("at", at)
                .write();
        refuseIf(written == 0, CustomerRefusal.CALL_IS_SOMEBODYS);
        return new CallLogged(customer.id(), call.project(), at, call.id(), call.takenBy());
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    PhoneCall get(Scope scope, UUID id) {
        var conditions = new Conditions(seenBy(scope), scope.parameters()).and("p.id = :id", id);
        return database.sql(CALLS + conditions)
                .with(conditions.parameters())
                .row(PhoneCall.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The latest first.
    Page<PhoneCall> list(Scope scope, CallFilter filter, PageRequest page) {
        var conditions = new Conditions(seenBy(scope), scope.parameters())
                .and("p.project = :project", filter.project())
                .and("p." + Customers.OF_CUSTOMER, filter.customer())
                .and("(p.too_long OR p.too_many_questions) = :marked", filter.marked());
        return database.page(CALLS, conditions.latestBy("p.id", page), PhoneCall.class, PhoneCall::id);
    }

    private static String seenBy(Scope scope) {
        return scope.onOwn("p.project", "(p.taken_by = :scopePerson OR r.owner = :scopePerson)");
    }

    @Override
    public Held held() {
        return Held.in("phone_call", "CALLS", "caller_name", "phone", "address", "intent", "questions", "note")
                .erased(ERASE, Map.of());
    }
}
