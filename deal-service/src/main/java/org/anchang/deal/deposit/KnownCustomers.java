package org.anchang.deal.deposit;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.inbox.NotYet;
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
                        INSERT INTO known_customer (customer, project, owner) VALUES (?1, ?2, ?3)
                        ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner""")
                .setParameter(1, known.customer())
                .setParameter(2, known.project())
                .setParameter(3, known.owner())
                .executeUpdate();
    }

    /// CUS-3: both records are known and one person's; what was known of the one that goes is known of the other.
    ///
    /// @return the record that stands for both, which may have gone into another one itself meanwhile
    /// @throws NotYet until both are known: each has a stream of its own
    Known merge(CustomersMerged merged) {
        var stays = standing(merged.customer());
        owner(merged.merged());
        database.createNativeMutationQuery("""
                        UPDATE known_customer SET merged_into = ?1 WHERE ?2 IN (customer, merged_into) AND customer <> ?1""")
                .setParameter(1, stays)
                .setParameter(2, merged.merged())
                .executeUpdate();
        database.createNativeMutationQuery("""
                        INSERT INTO known_reception (customer, receiver)
                        SELECT ?1, receiver FROM known_reception WHERE customer = ?2
                        ON CONFLICT DO NOTHING""")
                .setParameter(1, stays)
                .setParameter(2, merged.merged())
                .executeUpdate();
        return new Known(stays, merged.project(), owner(stays));
    }

    /// The record that stands for a customer: their own, or the one it went into (CUS-3).
    UUID standing(UUID customer) {
        return database
                .createNativeQuery(
                        "SELECT coalesce(merged_into, customer) FROM known_customer WHERE customer = ?1", UUID.class)
                .setParameter(1, customer)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(customer);
    }

    /// @throws NotYet while the customer is not known
    String owner(UUID customer) {
        return database
                .createNativeQuery("SELECT owner FROM known_customer WHERE customer = ?1", String.class)
                .setParameter(1, customer)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotYet("customer " + customer + " is not known yet"));
    }

    /// The former owner has no more to do with the customer, also where it was the one who received the customer first.
    void given(Known known, String former) {
        owned(known);
        database.createNativeMutationQuery("DELETE FROM known_reception WHERE customer = ?1 AND receiver = ?2")
                .setParameter(1, known.customer())
                .setParameter(2, former)
                .executeUpdate();
    }

    /// REC-3: somebody received the customer, perhaps in the owner's place.
    void received(UUID customer, String receiver) {
        database.createNativeMutationQuery("""
                        INSERT INTO known_reception (customer, receiver) VALUES (?1, ?2) ON CONFLICT DO NOTHING""")
                .setParameter(1, standing(customer))
                .setParameter(2, receiver)
                .executeUpdate();
    }

    /// SEC-1: a deal is opened by the customer's own consultant, or by one who received the customer in the owner's
    /// place.
    ///
    /// @return the record that stands for the customer (CUS-3)
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_NOT_KNOWN_YET, CUSTOMER_BELONGS_TO_ANOTHER
    UUID mustBeServedByCaller(UUID asked, String project) {
        var customer = standing(asked);
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
        return customer;
    }
}
