package org.anchang.customer.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.ownership.ReassignmentResource.Reassign;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// REC-6: hands a customer over to another consultant, keeps who decided that and why, and tells it.
@ApplicationScoped
class ReassigningCustomers {
    @Inject
    Customers customers;

    @Inject
    Roster roster;

    @Inject
    MovingCustomers moving;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    Customer reassign(UUID id, Reassign decision) {
        var customer = customers.get(caller.scope(), id);
        roster.mustStay(new Roster.Worker(customer.project(), decision.to()));
        var how = new Customer.Decision(decision.to(), caller.name(), clock.instant());
        moving.move(List.of(customer), _ -> how, decision.reason());
        return customer;
    }
}
