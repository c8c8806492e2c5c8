package org.anchang.customer.dossier.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

/// CUS-7: who agreed to what; each word stays, the latest counts.
@ApplicationScoped
public class Consents {
    /// How the customer said so.
    public enum ConsentWay {
        IN_WRITING,
        ORAL,
        MESSAGE
    }

    /// What a customer said last about a purpose.
    public record Consent(Purpose purpose, boolean given, ConsentWay way, String recordedBy, Instant recordedAt) {}

    private static final String LATEST = """
            SELECT DISTINCT ON (purpose) purpose, given, way, recorded_by, recorded_at
            FROM dossier_consent WHERE customer = ANY (:records) ORDER BY purpose, id DESC""";
    private static final String ALL = """
            SELECT purpose, given, way, recorded_by, recorded_at
            FROM dossier_consent WHERE customer = ANY (:records) ORDER BY id""";
    private static final String RECORD = """
            INSERT INTO dossier_consent (id, project, customer, purpose, given, way, recorded_by, recorded_at)
            VALUES (:id, :project, :customer, :purpose, :given, :way, :by, :at)""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// Of a customer and the records that went into theirs.
    public Map<Purpose, Consent> of(Collection<UUID> records) {
        return database.sql(LATEST).with("records", records).rows(Consent.class).stream()
                .collect(Collectors.toMap(Consent::purpose, Function.identity()));
    }

    /// All that was ever said, the oldest first.
    public List<Consent> history(Collection<UUID> records) {
        return database.sql(ALL).with("records", records).rows(Consent.class);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Customer customer, Purpose purpose, boolean given, ConsentWay way) {
        database.sql(RECORD)
                .with("id", Ids.next())
                .with("project", customer.project())
                .with("customer", customer.id())
                .with("purpose", purpose)
                .with("given", given)
                .with("way", way)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }
}
