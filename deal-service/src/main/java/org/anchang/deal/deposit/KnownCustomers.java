package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.identity.Caller;
import org.hibernate.Session;

/// Whose customer somebody is, as far as customer-service has told.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KnownCustomers {
    /// A customer and the consultant who owns it.
    record Known(UUID customer, String project, String owner) {}

    @Inject
    Session database;

    @Inject
    Caller caller;

    void owned(Known known) {
        database.createNativeMutationQuery("""
                        INSERT INTO known_customer VALUES (?1, ?2, ?3)
                        ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner""")
                .setParameter(1, known.customer())
                .setParameter(2, known.project())
                .setParameter(3, known.owner())
                .executeUpdate();
    }

    /// REC-3: somebody received the customer, perhaps in the owner's place.
    void received(UUID customer, String receiver) {
        database.createNativeMutationQuery("INSERT INTO known_reception VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, customer)
                .setParameter(2, receiver)
                .executeUpdate();
    }

    /// SEC-1: a deal is opened by the customer's own consultant, or by one who received the customer in the owner's
    /// place.
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_NOT_KNOWN_YET, CUSTOMER_BELONGS_TO_ANOTHER
    void mustBeServedByCaller(UUID customer, String project) {
        var served = database.createNativeQuery("""
                        SELECT c.owner = ?3 OR EXISTS (SELECT FROM known_reception r
                                                       WHERE r.customer = c.customer AND r.receiver = ?3)
                        FROM known_customer c WHERE c.customer = ?1 AND c.project = ?2""", Boolean.class)
                .setParameter(1, customer)
                .setParameter(2, project)
                .setParameter(3, caller.name())
                .getResultList();
        if (served.isEmpty()) {
            throw refuse(DealRefusal.CUSTOMER_NOT_KNOWN_YET);
        }
        refuseUnless(served.getFirst(), DealRefusal.CUSTOMER_BELONGS_TO_ANOTHER);
    }
}
