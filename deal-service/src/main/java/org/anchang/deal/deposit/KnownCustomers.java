package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.people.People;

/// Whether a customer is the caller's to open a deal for.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KnownCustomers {
    @Inject
    People people;

    @Inject
    Caller caller;

    /// The record that stands for a customer: their own, or the one it went into (CUS-3).
    UUID standing(UUID customer) {
        return people.standing(customer);
    }

    /// Whether customer-service has told of the customer.
    boolean isKnown(UUID customer) {
        return people.known(customer).isPresent();
    }

    /// SEC-1: a deal is opened by the customer's own consultant, or by one who received the customer in the owner's
    /// place.
    ///
    /// @return the record that stands for the customer (CUS-3)
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_NOT_KNOWN_YET, CUSTOMER_BELONGS_TO_ANOTHER
    UUID mustBeServedByCaller(UUID asked, String project) {
        // Until the deal is there, nobody gives the customer to somebody else: it would stay with who was the owner.
        people.keep(asked);
        var known = people.known(asked)
                .filter(its -> its.project().equals(project))
                .orElseThrow(() -> refuse(DealRefusal.CUSTOMER_NOT_KNOWN_YET));
        refuseIf(
                people.isAnothers(new People.Meeting(project, caller.name(), known.customer())),
                DealRefusal.CUSTOMER_BELONGS_TO_ANOTHER);
        return known.customer();
    }
}
