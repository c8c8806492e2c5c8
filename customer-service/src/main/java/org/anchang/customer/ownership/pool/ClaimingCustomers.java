package org.anchang.customer.ownership.pool;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.ownership.pool.PoolResource.Quota;
import org.anchang.customer.pool.ClaimTerms.Claim;
import org.anchang.customer.pool.Pools;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-5: a consultant takes a customer from a pool, by its terms. The consultant's row is locked first, so that
/// nobody's quota is counted twice, then the customer's: of several who come at once one finds the customer in
/// the pool.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ClaimingCustomers {
    /// @param pool    in which named pool the customer is; none: in the general one
    /// @param today   how many the caller has taken out of it today
    /// @param gaveUp  when the caller's customer came into the pools
    /// @param heldUntil until when nobody takes them
    record ClaimFacts(
            @Nullable UUID pool,
            long today,
            @Nullable Instant gaveUp,
            @Nullable LocalDate heldUntil) {}

    record LastChange(String kind, String toOwner, Instant decidedAt) {}

    private static final String TAKEN_TODAY = """
            SELECT count(*) FROM owner_change
            WHERE kind = 'CLAIMED' AND project = :project AND to_owner = :person AND decided_at >= :midnight
              AND pool IS NOT DISTINCT FROM :pool::uuid""";
    private static final String FACTS = """
            SELECT p.pool,
                   (SELECT count(*) FROM owner_change c
                    WHERE c.kind = 'CLAIMED' AND c.project = :project AND c.to_owner = :person AND c.decided_at >= :midnight
                      AND c.pool IS NOT DISTINCT FROM p.pool) AS today,
                   CASE WHEN p.from_owner = :person THEN p.left_at END AS gave_up,
                   (SELECT l.until_on FROM locked_customer l WHERE l.project = p.project AND l.customer = p.customer) AS held_until
            FROM pooled_customer p WHERE p.customer = :customer""";
    private static final String LAST = """
            SELECT kind, to_owner, decided_at FROM owner_change WHERE customer = :customer ORDER BY id DESC LIMIT 1""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Roster roster;

    @Inject
    MovingCustomers moving;

    @Inject
    Pools pools;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, NOT_A_CONSULTANT, CLAIMED_BY_ANOTHER,
    ///     CUSTOMER_IS_LOCKED, NOT_CLAIMED_BACK_YET, CLAIMS_OF_TODAY_ARE_USED, CUSTOMERS_ARE_ENOUGH
    Customer claim(String project, UUID id) {
        caller.mustBeBoundTo(project);
        roster.meetCaller(project);
        roster.keep(new Roster.Worker(project, caller.name()));
        var customer = customers.toChange(project, id);
        if (!customer.isPooled()) {
            throw taken(customer);
        }
        var facts = database.sql(FACTS)
                .with("project", project)
                .with("person", caller.name())
                .with("midnight", midnight())
                .with("customer", customer.id())
                .one(ClaimFacts.class);
        moving.mustNotBeLocked(facts.heldUntil());
        var gaveUpOn = facts.gaveUp() == null ? null : OfficeClock.dateOf(facts.gaveUp());
        pools.terms(project, facts.pool()).mustAllow(new Claim(gaveUpOn, facts.today(), owned(project)), clock.today());
        moving.move(
                List.of(customer),
                _ -> new Customer.Decision(caller.name(), caller.name(), clock.instant(), "CLAIMED", facts.pool()),
                null);
        return customer;
    }

    /// @param pool none: the general one
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Quota quota(String project, @Nullable UUID pool) {
        caller.mustBeBoundTo(project);
        var terms = pools.terms(project, pool);
        var today = database.sql(TAKEN_TODAY)
                .with("project", project)
                .with("person", caller.name())
                .with("midnight", midnight())
                .with("pool", pool)
                .one(Long.class);
        return new Quota(
                terms.mostADay(), Math.max(0, terms.mostADay() - today), owned(project), terms.mostCustomers());
    }

    /// Who have not bought.
    private long owned(String project) {
        return customers.count(
                "owner = ?1 and project = ?2 and mergedInto is null and boughtAt is null", caller.name(), project);
    }

    private Instant midnight() {
        return clock.today().atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
    }

    /// SEC-1: who was first is told of a customer who was in the pool; any other's is not there.
    private Refused taken(Customer customer) {
        return database.sql(LAST)
                .with("customer", customer.id())
                .row(LastChange.class)
                .filter(taken -> taken.kind().equals("CLAIMED"))
                .map(taken -> refuse(CustomerRefusal.CLAIMED_BY_ANOTHER)
                        .with("owner", taken.toOwner())
                        .with("at", taken.decidedAt()))
                .orElseGet(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
