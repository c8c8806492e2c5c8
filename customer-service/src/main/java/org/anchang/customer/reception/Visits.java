package org.anchang.customer.reception;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Partner;
import org.anchang.customer.Recorded;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All visits. A consultant meets those of own customers and those they received (SEC-1).
@ApplicationScoped
public class Visits implements Recorded {
    private static final String KEEP = """
            INSERT INTO visit (id, project, customer, receiver, owner, reason, absence, note, received_at, arrival, rule, channel,
                               broker, registration)
            VALUES (:id, :project, :customer, :receiver, :owner, :reason, :absence, :note, :receivedAt, :arrival, :rule, :channel,
                    :broker, :registration)""";
    private static final String ALL = """
            SELECT id, project, customer, receiver, owner, reason, absence, note, received_at, arrival, rule, channel, broker,
                   registration
            FROM visit WHERE\s""";
    private static final String SEEN =
            "(receiver = :scopePerson OR customer IN (SELECT record FROM standing_record WHERE owner = :scopePerson))";
    private static final String COUNT = "SELECT count(*) FROM visit WHERE " + Customers.OF_CUSTOMER;
    private static final String ORDINAL =
            COUNT + " AND (received_at < :receivedAt OR received_at = :receivedAt AND id <= :id)";

    record VisitFilter(@Nullable String project, @Nullable UUID customer) {}

    @Inject
    Database database;

    void keep(Visit visit) {
        database.sql(KEEP)
                .with(visit)
                .with("broker", Partner.broker(visit.partner()))
                .with("registration", Partner.registration(visit.partner()))
                .write();
    }

    boolean anyOf(Customer customer) {
        return database.sql(COUNT).with("customer", customer.id()).one(Long.class) > 0;
    }

    Page<Visit> list(Scope scope, VisitFilter filter, PageRequest page) {
        var conditions = new Conditions(scope.onOwn("project", SEEN), scope.parameters())
                .and("project = :project", filter.project())
                .and(Customers.OF_CUSTOMER, filter.customer());
        return database.page(ALL, conditions.by("id", page), Visit.class, Visit::id);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Visit get(Scope scope, UUID id) {
        var conditions = new Conditions(scope.onOwn("project", SEEN), scope.parameters()).and("id = :id", id);
        return database.sql(ALL + conditions)
                .with(conditions.parameters())
                .row(Visit.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Which of the customer's visits it is, from 1.
    public long ordinal(Visit visit, Customer customer) {
        return database.sql(ORDINAL).with(visit).with("customer", customer.id()).one(Long.class);
    }

    @Override
    public Held held() {
        return Held.in("visit", "VISITS", "note");
    }
}
