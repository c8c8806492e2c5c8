package org.anchang.inventory.customer;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.people.People;

/// Whether a customer is the caller's to act for. Holds ask the same within their own statement.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CallersCustomers {
    @Inject
    People people;

    @Inject
    Caller caller;

    /// The record that stands for the customer (CUS-3). Until the command is through nobody gives the customer to
    /// somebody else.
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_NOT_YOURS if it is known to be another consultant's, and
    ///     the caller is one who sees own customers only (SEC-1)
    public UUID mustNotBeAnothers(String project, UUID customer) {
        people.keep(customer);
        refuseIf(
                caller.scope().ownOnly(project)
                        && people.isAnothers(new People.Meeting(project, caller.name(), customer)),
                InventoryRefusal.CUSTOMER_IS_NOT_YOURS);
        return people.standing(customer);
    }
}
