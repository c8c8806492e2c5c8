package org.anchang.customer.referral;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// REF-1: the chain who-brought-whom, walked in one query each way, and never in a circle.
@ApplicationScoped
public class Introductions implements Recorded {
    /// Somebody in the chain of a customer.
    ///
    /// @param through by whom they came; absent above the customer
    /// @param depth   how far from the customer: below zero are introducers
    record Link(UUID customer, @Nullable UUID through, int depth) {}

    /// Somebody through whom others came.
    record Introducer(UUID customer, long brought) {}

    private static final String CHAIN = """
            SELECT customer, CAST(NULL AS uuid) AS through, -depth AS depth FROM introducers(:customer)
            UNION ALL SELECT customer, through, depth FROM introduced(:customer)
            ORDER BY depth, customer LIMIT :most""";
    private static final String BROUGHT = "SELECT count(*) FROM introduced(:customer)";
    private static final String CAME_THROUGH =
            "SELECT count(*) FROM introducers(:introducer) WHERE customer = ANY (:customers)";
    private static final String INTRODUCERS = "SELECT customer, brought FROM introducer WHERE ";
    private static final String KEEP = """
            INSERT INTO introduction_change (id, project, customer, introducer, reason, said_by, said_at)
            VALUES (:id, :project, :customer, :introducer, :reason, :by, :at)""";
    private static final String ONE_AT_A_TIME =
            "SELECT count(*) FROM (SELECT pg_advisory_xact_lock(hashtextextended('introductions ' || :project, 0))) turn";
    private static final int MOST = 500;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    /// The introducers from the first of all down to the customer's own, then all who came through them, the nearest
    /// first; of an endless list the first few hundred.
    List<Link> chain(Customer customer) {
        return database.sql(CHAIN)
                .with("customer", customer.id())
                .with("most", MOST)
                .rows(Link.class);
    }

    long broughtBy(Customer customer) {
        return database.sql(BROUGHT).with("customer", customer.id()).one(Long.class);
    }

    /// Those through whom at least so many came, the most first.
    List<Introducer> atLeast(Scope scope, String project, int many) {
        var conditions = new Conditions(scope.on("project", "owner"), scope.parameters())
                .and("project = :project", project)
                .and("brought >= :many", many);
        return database.sql(INTRODUCERS + conditions + " ORDER BY brought DESC, customer LIMIT :most")
                .with(conditions.parameters())
                .with("most", MOST)
                .rows(Introducer.class);
    }

    /// Whether somebody came, directly or not, through one of these.
    public boolean cameThrough(UUID introducer, List<UUID> these) {
        return these.contains(introducer)
                || database.sql(CAME_THROUGH)
                                .with("introducer", introducer)
                                .with("customers", these)
                                .one(Long.class)
                        > 0;
    }

    /// Whose referral a customer is, where that was not known at the registration or was said wrongly. The first
    /// consultant stays: they are who was told first (REC-5, COM-1).
    ///
    /// @throws org.anchang.kit.problem.Refused INTRODUCED_BY_THEMSELVES, INTRODUCTION_IS_A_LOOP
    @Transactional(Transactional.TxType.MANDATORY)
    Customer introduce(Scope scope, UUID id, UUID introducedBy, String reason) {
        var customer = customers.get(scope, id);
        var introducer = customers.anyOf(customer.project(), introducedBy);
        database.sql(ONE_AT_A_TIME).with("project", customer.project()).one(Long.class);
        refuseIf(introducer.id().equals(customer.id()), CustomerRefusal.INTRODUCED_BY_THEMSELVES);
        refuseIf(cameThrough(introducer.id(), List.of(customer.id())), CustomerRefusal.INTRODUCTION_IS_A_LOOP);
        customer.introduce(introducer.id());
        customers.flush();
        var change = Ids.next();
        database.sql(KEEP)
                .with("id", change)
                .with("project", customer.project())
                .with("customer", customer.id())
                .with("introducer", introducer.id())
                .with("reason", sealing.seal(Names.trimmed(reason), new Place("introduction_change", "reason", change)))
                .with("by", scope.person())
                .with("at", clock.instant())
                .write();
        return customer;
    }

    @Override
    public Held held() {
        return Held.in("introduction_change", "INTRODUCTIONS", "reason");
    }
}
