package org.anchang.customer.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// CUS-3: whose a phone is, by project.
@ApplicationScoped
public class KnownPhones {
    /// A phone in a project, as it is looked up.
    public record Place(String project, String fingerprint) {}

    private static final String TAKE = """
            INSERT INTO known_phone (project, fingerprint, customer) VALUES (:project, :fingerprint, :customer)
            ON CONFLICT (project, fingerprint) DO NOTHING""";
    private static final String WHOSE =
            "SELECT customer FROM known_phone WHERE project = :project AND fingerprint = :fingerprint";
    private static final String WHOSE_ANYWHERE = "SELECT customer FROM known_phone WHERE fingerprint = :fingerprint";
    private static final String GO_OVER = "UPDATE known_phone SET customer = :customer WHERE customer = :merged";

    @Inject
    Database database;

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
        var taken = database.sql(TAKE).with(place).with("customer", customer).write();
        return taken == 1 ? customer : database.sql(WHOSE).with(place).one(UUID.class);
    }

    /// Whose the phone is in the project.
    public Optional<UUID> customerWith(String project, Phone phone) {
        return database.sql(WHOSE).with(new Place(project, fingerprint(phone))).row(UUID.class);
    }

    /// Whose the phone is, in all projects.
    public List<UUID> customersWith(Phone phone) {
        return database.sql(WHOSE_ANYWHERE)
                .with("fingerprint", fingerprint(phone))
                .rows(UUID.class);
    }

    /// CUS-3: the phones of the merged record are the customer's from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOver(CustomersMerged merged) {
        database.sql(GO_OVER)
                .with("customer", merged.customer())
                .with("merged", merged.merged())
                .write();
    }
}
