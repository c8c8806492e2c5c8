package org.anchang.customer.dossier.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-7: a key for each customer and purpose, sealed under the service's own. Whoever shreds it has deleted what was
/// ever sealed under it, in append-only tables too (decision 39).
@ApplicationScoped
public class DossierKeys {
    /// A key with which one may read and write now.
    public record DossierKey(UUID id, Sealing sealing) {}

    /// When what was written for a purpose is deleted, because the customer no longer agrees.
    public record Shredding(Purpose purpose, Instant due) {}

    private record WrappedKey(UUID id, String wrapped) {}

    private static final String USABLE = """
            SELECT id, wrapped FROM dossier_key
            WHERE customer = ANY (:records) AND wrapped IS NOT NULL AND shred_due IS NULL""";
    private static final String LIVING =
            "SELECT id, wrapped FROM dossier_key WHERE id = ANY (:ids) AND wrapped IS NOT NULL";
    private static final String OWN = """
            SELECT id, wrapped FROM dossier_key WHERE customer = :customer AND purpose = :purpose AND wrapped IS NOT NULL""";
    private static final String MAKE = """
            INSERT INTO dossier_key (id, project, customer, purpose, wrapped, made_at)
            VALUES (:id, :project, :customer, :purpose, :wrapped, :at)
            ON CONFLICT (customer, purpose) WHERE wrapped IS NOT NULL DO NOTHING""";
    private static final String WITHDRAW = """
            UPDATE dossier_key SET shred_due = clock_timestamp() + make_interval(days => :days)
            WHERE customer = ANY (:records) AND purpose = :purpose AND wrapped IS NOT NULL AND shred_due IS NULL""";
    private static final String RENEW = """
            UPDATE dossier_key SET shred_due = NULL
            WHERE customer = ANY (:records) AND purpose = :purpose AND wrapped IS NOT NULL""";
    private static final String DUE = """
            SELECT purpose, min(shred_due) AS due FROM dossier_key
            WHERE customer = ANY (:records) AND wrapped IS NOT NULL AND shred_due IS NOT NULL GROUP BY purpose""";
    private static final String SHRED_ALL = """
            UPDATE dossier_key SET wrapped = NULL, shredded_at = clock_timestamp()
            WHERE customer = ANY (:records) AND wrapped IS NOT NULL""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    /// The keys of these records that may be used, by id.
    public Map<UUID, Sealing> usable(Collection<UUID> records) {
        return database.sql(USABLE).with("records", records).rows(WrappedKey.class).stream()
                .collect(Collectors.toMap(WrappedKey::id, row -> unwrapped(row.id(), row.wrapped())));
    }

    /// Of these keys those that are not shredded, by id: for what the person has written themselves.
    public Map<UUID, Sealing> living(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.sql(LIVING).with("ids", ids).rows(WrappedKey.class).stream()
                        .collect(Collectors.toMap(WrappedKey::id, row -> unwrapped(row.id(), row.wrapped())));
    }

    /// The key under which the next value of the customer is sealed.
    @Transactional(Transactional.TxType.MANDATORY)
    public DossierKey toWrite(Customer customer, Purpose purpose) {
        return database.sql(OWN)
                .with("customer", customer.id())
                .with("purpose", purpose)
                .row(WrappedKey.class)
                .map(row -> new DossierKey(row.id(), unwrapped(row.id(), row.wrapped())))
                .orElseGet(() -> made(customer, purpose));
    }

    /// Nothing of the purpose is read any more, and after that many days it is gone.
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(Collection<UUID> records, Purpose purpose, int days) {
        database.sql(WITHDRAW)
                .with("records", records)
                .with("purpose", purpose)
                .with("days", days)
                .write();
    }

    /// What has not been shredded yet may be read again.
    @Transactional(Transactional.TxType.MANDATORY)
    public void renew(Collection<UUID> records, Purpose purpose) {
        database.sql(RENEW).with("records", records).with("purpose", purpose).write();
    }

    public Map<Purpose, Instant> due(Collection<UUID> records) {
        return database.sql(DUE).with("records", records).rows(Shredding.class).stream()
                .collect(Collectors.toMap(Shredding::purpose, Shredding::due));
    }

    /// Nobody reads anything of these dossiers any more, for good.
    ///
    /// @return how many keys there were
    @Transactional(Transactional.TxType.MANDATORY)
    public int shredAll(Collection<UUID> records) {
        return database.sql(SHRED_ALL).with("records", records).write();
    }

    /// A key as it stands in its row.
    public Sealing unwrapped(UUID id, @Nullable String wrapped) {
        if (wrapped == null) {
            throw new IllegalStateException("the key is shredded");
        }
        return Sealing.under(sealing.open(wrapped, place(id)));
    }

    private DossierKey made(Customer customer, Purpose purpose) {
        var key = Sealing.newKey();
        var id = Ids.next();
        var made = database.sql(MAKE)
                .with("id", id)
                .with("project", customer.project())
                .with("customer", customer.id())
                .with("purpose", purpose)
                .with("wrapped", sealing.seal(key, place(id)))
                .with("at", clock.instant())
                .write();
        // Somebody else has made it at this moment.
        return made == 0 ? toWrite(customer, purpose) : new DossierKey(id, Sealing.under(key));
    }

    private static Place place(UUID id) {
        return new Place("dossier_key", "wrapped", id);
    }
}
