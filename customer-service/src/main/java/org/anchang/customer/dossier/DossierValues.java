package org.anchang.customer.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.Templates;
import org.anchang.events.CustomerEvent.DossierFilled;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-4: every value of every dossier, sealed, with who and when; rows are only ever added.
@ApplicationScoped
public class DossierValues implements Recorded {
    /// What is sealed under the customer's own keys is opened there, and shredded with them.
    private static final String HELD = """
            SELECT id, (to_jsonb(v) - 'sealed' - 'key')::text AS body FROM dossier_value v
            WHERE customer = ANY (:records) ORDER BY id""";

    /// A value as it was entered.
    ///
    /// @param value    absent: it was taken out, or may not be read
    /// @param withheld whether it may not be read (CUS-7)
    public record Entered(
            UUID id, String field, @Nullable String value, boolean withheld, String setBy, Instant setAt) {}

    /// What is to be written.
    ///
    /// @param value absent: it is taken out
    record Entry(String field, Purpose purpose, @Nullable String value) {}

    private record StoredValue(
            UUID id, String field, UUID key, @Nullable String sealed, String setBy, Instant setAt) {}

    private record NewRow(
            UUID id,
            String project,
            UUID customer,
            String field,
            UUID key,
            @Nullable String sealed,
            String by,
            Instant at) {}

    private static final String LATEST = """
            SELECT DISTINCT ON (field) id, field, key, sealed, set_by, set_at
            FROM dossier_value WHERE customer = ANY (:records) ORDER BY field, id DESC""";
    private static final String HISTORY = "SELECT id, field, key, sealed, set_by, set_at FROM dossier_value WHERE ";
    private static final String WRITE = """
            INSERT INTO dossier_value (id, project, customer, field, key, sealed, set_by, set_at)
            VALUES (:id, :project, :customer, :field, :key, :sealed, :by, :at)""";
    private static final String BEGIN = """
            INSERT INTO dossier (customer, project) VALUES (:customer, :project) ON CONFLICT DO NOTHING""";
    private static final String LOCKED = """
            SELECT coalesce(sum(version), 0)::bigint FROM (
                SELECT version FROM dossier WHERE customer = ANY (:records) ORDER BY customer FOR UPDATE) both_of_them""";
    private static final String VERSION =
            "SELECT coalesce(sum(version), 0)::bigint FROM dossier WHERE customer = ANY (:records)";
    private static final String FILL = """
            UPDATE dossier SET version = version + CASE WHEN customer = :customer THEN 1 ELSE 0 END,
                               filled = CASE WHEN customer = :customer THEN :filled::text[] ELSE '{}' END
            WHERE customer = ANY (:records)""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    DossierKeys keys;

    @Inject
    Templates templates;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// What counts now, by field; what was taken out or may not be read is not among it.
    public Map<String, Entered> of(Collection<UUID> records) {
        var usable = keys.usable(records);
        var found = new LinkedHashMap<String, Entered>();
        for (var row : database.sql(LATEST).with("records", records).rows(StoredValue.class)) {
            var entered = opened(row, usable);
            if (entered.value() != null) {
                found.put(row.field(), entered);
            }
        }
        return found;
    }

    /// Everything that one field said, or all of them, the latest first.
    public Page<Entered> history(Customer customer, @Nullable String field, PageRequest page) {
        var records = customers.records(customer);
        var usable = keys.usable(records);
        var conditions = new Conditions("customer = ANY (:records)", new HashMap<>(Map.of("records", records)))
                .and("field = :field", field);
        return database.page(HISTORY, conditions.latestBy("id", page), StoredValue.class, StoredValue::id)
                .map(row -> opened(row, usable));
    }

    /// Changes with each change of the dossier.
    long version(Collection<UUID> records) {
        return database.sql(VERSION).with("records", records).one(Long.class);
    }

    /// The same, and nobody else changes the dossier until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    long locked(Customer customer, Collection<UUID> records) {
        database.sql(BEGIN)
                .with("customer", customer.id())
                .with("project", customer.project())
                .write();
        return database.sql(LOCKED).with("records", records).one(Long.class);
    }

    /// Writes each value, and what is filled from then on.
    @Transactional(Transactional.TxType.MANDATORY)
    void write(Customer customer, Collection<UUID> records, List<Entry> entries) {
        var byPurpose = new HashMap<Purpose, DossierKeys.DossierKey>();
        var rows = new ArrayList<NewRow>();
        for (var entry : entries) {
            var key = byPurpose.computeIfAbsent(entry.purpose(), purpose -> keys.toWrite(customer, purpose));
            var id = Ids.next();
            rows.add(new NewRow(
                    id,
                    customer.project(),
                    customer.id(),
                    entry.field(),
                    key.id(),
                    key.sealing().sealIfAny(entry.value(), place(id)),
                    caller.name(),
                    clock.instant()));
        }
        database.writeAll(WRITE, rows);
        fill(customer, records);
    }

    /// What says something now is kept beside the customer, for completeness; how much that is, reports are told.
    @Transactional(Transactional.TxType.MANDATORY)
    void fill(Customer customer, Collection<UUID> records) {
        var filled = of(records).keySet();
        database.sql(FILL)
                .with("customer", customer.id())
                .with("records", records)
                .with("filled", filled)
                .write();
        var asked = templates.of(customer.project()).shown();
        var saying =
                asked.stream().filter(field -> filled.contains(field.key())).count();
        outbox.append(new DossierFilled(
                customer.id(), customer.project(), clock.instant(), Math.toIntExact(saying), asked.size()));
    }

    /// CUS-5: a value as a statistic reads it.
    public static Optional<String> opened(Sealing sealing, UUID id, @Nullable String sealed) {
        return Optional.ofNullable(sealing.openIfAny(sealed, place(id)));
    }

    /// CUS-7: the keys are shredded: nothing says anything any more.
    @Transactional(Transactional.TxType.MANDATORY)
    public void empty(Customer customer, Collection<UUID> records) {
        locked(customer, records);
        fill(customer, records);
    }

    private static Entered opened(StoredValue row, Map<UUID, Sealing> usable) {
        var key = usable.get(row.key());
        return new Entered(
                row.id(),
                row.field(),
                key == null ? null : key.openIfAny(row.sealed(), place(row.id())),
                key == null,
                row.setBy(),
                row.setAt());
    }

    private static Place place(UUID id) {
        return new Place("dossier_value", "sealed", id);
    }

    @Override
    public Held held() {
        return Held.in("dossier_value", "DOSSIER_VALUES").by(HELD);
    }
}
