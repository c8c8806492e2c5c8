package org.anchang.customer.dossier;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;

/// CUS-6: customers whose dossier the caller may open: own ones, and all of them for the site manager. A supervisor who
/// sells too finds all customers of the project, and opens own dossiers alone.
@ApplicationScoped
class KnownWell {
    @Inject
    Customers customers;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Customer get(UUID id) {
        var customer = customers.get(caller.scope(), id);
        refuseUnless(
                customer.belongsTo(caller.name()) || caller.holds(customer.project(), Role.SITE_MANAGER),
                KitRefusal.NOT_FOUND);
        return customer;
    }
}
