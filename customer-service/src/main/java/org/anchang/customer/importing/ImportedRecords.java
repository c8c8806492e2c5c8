package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.importing.ImportResource.ShownOrigin;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.SaidRow;
import org.anchang.kit.name.Names;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-8: what came from which file, and by which keys it is known again.
@ApplicationScoped
class ImportedRecords {
    /// @param author as the file names them
    record Imported(
            String project,
            ImportKind kind,
            String key,
            UUID record,
            UUID customer,
            UUID id,
            @Nullable String author) {}

    /// What came with a file, of a customer who stands.
    record ImportedRecord(UUID record, UUID customer) {}

    private record KnownKey(String key, UUID customer) {}

    private static final String KEEP = """
            INSERT INTO imported_record (project, kind, key, record, customer, import, author)
            VALUES (:project, :kind, :key, :record, :customer, :id, :author) ON CONFLICT DO NOTHING""";
    private static final String KNOWN = """
            SELECT key, customer FROM imported_record WHERE project = :project AND kind = :kind AND key = ANY (:keys)""";
    private static final String OF = """
            SELECT r.kind, r.import AS id, r.author, i.run_by AS imported_by, i.run_at AS imported_at, count(*)::int AS records
            FROM imported_record r JOIN customer_import i ON i.id = r.import
            WHERE r.customer = ANY (:records) GROUP BY r.kind, r.import, r.author, i.run_by, i.run_at
            ORDER BY i.run_at, r.kind, r.author LIMIT 200""";

    private static final String WERE = """
            SELECT DISTINCT i.record, s.customer FROM standing_record s JOIN imported_record i ON i.customer = s.record
            WHERE s.customer = ANY (:customers) AND i.kind = :kind""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    /// By which the older system's number is found.
    String ofNumber(String number) {
        return sealing.fingerprint("imported-number:" + Names.key(number));
    }

    /// By which a talk or a visit is known again.
    String ofTalk(ImportKind kind, String whose, SaidRow said) {
        var words = kind == ImportKind.VISITS ? said.note() : said.talk().said();
        return sealing.fingerprint(String.join(
                "\u0000",
                "imported-talk",
                whose,
                String.valueOf(said.at()),
                said.author() == null ? "" : Names.key(said.author()),
                words == null ? "" : Names.key(words)));
    }

    void keep(List<Imported> records) {
        database.writeAll(KEEP, records);
    }

    /// Whose the keys are; some may have gone into another record since (CUS-3).
    Map<String, UUID> customers(String project, Collection<String> keys) {
        return known(project, ImportKind.CUSTOMERS, keys).stream()
                .collect(Collectors.toMap(KnownKey::key, KnownKey::customer));
    }

    /// Those of the keys that came before.
    Set<String> before(String project, ImportKind kind, Collection<String> keys) {
        return known(project, kind, keys).stream().map(KnownKey::key).collect(Collectors.toCollection(HashSet::new));
    }

    /// What came before of these customers.
    List<ImportedRecord> of(ImportKind kind, Collection<UUID> customers) {
        return database.sql(WERE)
                .with("kind", kind)
                .with("customers", customers)
                .rows(ImportedRecord.class);
    }

    /// Who imported what is known of a customer, when, and who had recorded it.
    List<ShownOrigin> of(Collection<UUID> records) {
        return database.sql(OF).with("records", records).rows(ShownOrigin.class);
    }

    private List<KnownKey> known(String project, ImportKind kind, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : database.sql(KNOWN)
                        .with("project", project)
                        .with("kind", kind)
                        .with("keys", keys)
                        .rows(KnownKey.class);
    }
}
