package org.anchang.customer.ownership.pool;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.ownership.pool.PoolResource.Quota;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-5: a consultant takes a customer from the pool. The consultant's row is locked first, so that nobody's quota is
/// counted twice, then the customer's: of several who come at once one finds the customer in the pool.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ClaimingCustomers {
    record Counted(long today, @Nullable Instant gaveUp) {}

    record Taken(String kind, String toOwner, Instant decidedAt) {}

    private static final String COUNTED = """
            SELECT (SELECT count(*) FROM owner_change
                    WHERE kind = 'CLAIMED' AND project = :project AND to_owner = :person AND decided_at >= :midnight) AS today,
                   (SELECT since FROM pooled_customer WHERE customer = :customer AND from_owner = :person) AS gave_up""";
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
    Settings settings;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, NOT_A_CONSULTANT, CLAIMED_BY_ANOTHER, NOT_CLAIMED_BACK_YET,
    ///     CLAIMS_OF_TODAY_ARE_USED, CUSTOMERS_ARE_ENOUGH
    Customer claim(String project, UUID id) {
        caller.mustBeBoundTo(project);
        roster.meetCaller(project);
        roster.keep(new Roster.Post(project, caller.name()));
        var customer = customers.toChange(project, id);
        if (!customer.isPooled()) {
            throw taken(customer);
        }
        mustBeAllowed(project, counted(project, customer.id()));
        moving.move(
                List.of(customer),
                _ -> new Customer.Decision(caller.name(), caller.name(), clock.instant(), "CLAIMED"),
                null);
        return customer;
    }

    Quota quota(String project) {
        caller.mustBeBoundTo(project);
        var counted = counted(project, null);
        var most = settings.integer(project, CustomerSetting.POOL_CLAIMS_A_DAY);
        return new Quota(
                most,
                Math.max(0, most - counted.today()),
                owned(project),
                settings.integer(project, CustomerSetting.CUSTOMERS_PER_CONSULTANT));
    }

    /// Who have not bought.
    private long owned(String project) {
        return customers.count(
                "owner = ?1 and project = ?2 and mergedInto is null and boughtAt is null", caller.name(), project);
    }

    private Counted counted(String project, @Nullable UUID customer) {
        var midnight = clock.today().atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
        return database.sql(COUNTED)
                .with("project", project)
                .with("person", caller.name())
                .with("midnight", midnight)
                .with("customer", customer)
                .one(Counted.class);
    }

    private void mustBeAllowed(String project, Counted counted) {
        var coolDown = settings.integer(project, CustomerSetting.POOL_COOL_DOWN_DAYS);
        if (counted.gaveUp() != null) {
            var from = OfficeClock.dateOf(counted.gaveUp()).plusDays(coolDown);
            if (clock.today().isBefore(from)) {
                throw refuse(CustomerRefusal.NOT_CLAIMED_BACK_YET).with("from", from);
            }
        }
        var most = settings.integer(project, CustomerSetting.POOL_CLAIMS_A_DAY);
        if (counted.today() >= most) {
            throw refuse(CustomerRefusal.CLAIMS_OF_TODAY_ARE_USED).with("most", most);
        }
        var limit = settings.integer(project, CustomerSetting.CUSTOMERS_PER_CONSULTANT);
        var owned = owned(project);
        if (limit > 0 && owned >= limit) {
            throw refuse(CustomerRefusal.CUSTOMERS_ARE_ENOUGH)
                    .with("most", limit)
                    .with("customers", owned);
        }
    }

    /// SEC-1: who was first is told of a customer who was in the pool; any other's is not there.
    private Refused taken(Customer customer) {
        return database.sql(LAST)
                .with("customer", customer.id())
                .row(Taken.class)
                .filter(taken -> taken.kind().equals("CLAIMED"))
                .map(taken -> refuse(CustomerRefusal.CLAIMED_BY_ANOTHER)
                        .with("owner", taken.toOwner())
                        .with("at", taken.decidedAt()))
                .orElseGet(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
