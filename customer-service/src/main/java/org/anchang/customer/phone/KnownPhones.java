package org.anchang.customer.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.seal.Sealing;

/// CUS-3: whose a phone is, by project.
@ApplicationScoped
public class KnownPhones {
    /// A phone in a project, as it is looked up.
    public record Place(String project, String fingerprint) {}

    private static final String TAKE = """
            INSERT INTO known_phone (project, fingerprint, customer) VALUES (?1, ?2, ?3)
            ON CONFLICT (project, fingerprint) DO NOTHING""";
    private static final String WHOSE = "SELECT customer FROM known_phone WHERE project = ?1 AND fingerprint = ?2";

    private static final String GO_OVER = "UPDATE known_phone SET customer = ?1 WHERE customer = ?2";

    @Inject
    EntityManager database;

    @Inject
    Sealing sealing;

    public String fingerprint(Phone phone) {
        return sealing.fingerprint(phone.digits());
    }

    /// Of all who register the phone at once, the first gets it; the others wait for the outcome and find theirs.
    ///
    /// @return the customer whose phone it is: `customer` if it was nobody's
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID take(Place place, UUID customer) {
        var taken = database.createNativeQuery(TAKE)
                .setParameter(1, place.project())
                .setParameter(2, place.fingerprint())
                .setParameter(3, customer)
                .executeUpdate();
        if (taken == 1) {
            return customer;
        }
        return (UUID) database.createNativeQuery(WHOSE, UUID.class)
                .setParameter(1, place.project())
                .setParameter(2, place.fingerprint())
                .getSingleResult();
    }

    /// CUS-3: the phones of the merged record are the customer's from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOver(CustomersMerged merged) {
        database.createNativeQuery(GO_OVER)
                .setParameter(1, merged.customer())
                .setParameter(2, merged.merged())
                .executeUpdate();
    }
}
