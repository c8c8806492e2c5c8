package org.anchang.kit.seal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.kit.sql.Database;

/// CUS-6: a database is worked with under the key that its sealed values were sealed with, and no other: under another
/// one nobody could be found again by phone, and what is sealed from then on would be lost with the right key.
@ApplicationScoped
public class KeyCheck {
    /// Whoever is first leaves it; of replicas that start side by side, one.
    private static final String LEAVE =
            "INSERT INTO sealing_key (fingerprint) VALUES (:fingerprint) ON CONFLICT DO NOTHING";
    private static final String LEFT = "SELECT fingerprint FROM sealing_key";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Transactional
    void check(@Observes StartupEvent start) {
        check(sealing);
    }

    /// @throws IllegalStateException in words for whoever set the key
    void check(Sealing with) {
        var fingerprint = with.fingerprint("the key of this database");
        database.sql(LEAVE).with("fingerprint", fingerprint).write();
        if (!database.sql(LEFT).one(String.class).equals(fingerprint)) {
            throw new IllegalStateException("ANCHANG_SEALING_KEY is another key than the one that this database was"
                    + " begun with: give the service that one back, or a database of its own");
        }
    }
}
