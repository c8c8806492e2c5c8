package org.anchang.customer.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.RowReading;
import org.anchang.customer.importing.row.RowReason;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The rows of files between upload and writing, sealed, and held against each other and against what is known.
@ApplicationScoped
class StagedRows {
    /// A row as it was read.
    ///
    /// @param sheet   which one, from 0
    /// @param cells   sealed
    /// @param phone   its fingerprint
    /// @param number  the older system's, its fingerprint
    /// @param key     what is the same talk or visit
    /// @param reasons what is wrong with it
    record Staged(
            UUID id,
            long line,
            int sheet,
            byte[] cells,
            @Nullable String phone,
            @Nullable String number,
            @Nullable String key,
            String reasons) {}

    /// The same, opened.
    ///
    /// @param twinOf the line further up that it says more of
    record StagedRow(
            long line,
            int sheet,
            List<String> texts,
            @Nullable String phone,
            @Nullable String number,
            @Nullable String key,
            @Nullable Long twinOf,
            List<RowReading.Wrong> reasons) {}

    /// What a file would do.
    record Preview(int fresh, int known, int duplicates, int bad) {}

    private record KeptRow(
            long line,
            int sheet,
            byte[] cells,
            @Nullable String phone,
            @Nullable String number,
            @Nullable String key,
            @Nullable Long twinOf,
            String reasons) {}

    private static final Logger LOG = Logger.getLogger(StagedRows.class);
    private static final String KEEP = """
            INSERT INTO customer_import_row (import, line, sheet, cells, phone, number, key, reasons)
            VALUES (:id, :line, :sheet, :cells, :phone, :number, :key, :reasons)""";
    private static final String WEIGH = "SELECT weigh('customer_import_row')";
    private static final String TWINS = """
            UPDATE customer_import_row r SET twin_of = f.line
            FROM (SELECT %1$s AS mark, min(line) AS line FROM customer_import_row
                  WHERE import = :import AND reasons = '' AND %1$s IS NOT NULL GROUP BY 1 HAVING count(*) > 1) f
            WHERE r.import = :import AND r.%1$s = f.mark AND r.line <> f.line AND r.reasons = '' AND r.twin_of IS NULL""";
    /// Whoever says more of a row that says more of another says more of that one.
    private static final String TWINS_OF_TWINS = """
            UPDATE customer_import_row r SET twin_of = t.twin_of FROM customer_import_row t
            WHERE r.import = :import AND t.import = :import AND t.line = r.twin_of AND t.twin_of IS NOT NULL AND t.twin_of <> r.line""";
    private static final int LONGEST_CHAIN = 20;
    private static final String KNOWN_BY_PHONE = """
            UPDATE customer_import_row r SET known = true FROM live_phone p
            WHERE r.import = :import AND r.reasons = '' AND p.project = :project AND p.fingerprint = r.phone""";
    private static final String KNOWN_BY_NUMBER = """
            UPDATE customer_import_row r SET known = true FROM imported_record i
            WHERE r.import = :import AND r.reasons = '' AND i.project = :project AND i.kind = 'CUSTOMERS' AND i.key = r.number""";
    /// Of a talk or a visit of somebody whom nobody knows.
    private static final String OF_NOBODY = """
            UPDATE customer_import_row SET reasons = :why WHERE import = :import AND reasons = '' AND NOT known""";
    private static final String KNOWN_BY_KEY = """
            UPDATE customer_import_row r SET known = EXISTS (SELECT 1 FROM imported_record i
                WHERE i.project = :project AND i.kind = :kind AND i.key = r.key)
            WHERE r.import = :import AND r.reasons = ''""";
    private static final String PREVIEW = """
            SELECT count(*) FILTER (WHERE reasons = '' AND twin_of IS NULL AND NOT known)::int AS fresh,
                   count(*) FILTER (WHERE reasons = '' AND twin_of IS NULL AND known)::int AS known,
                   count(*) FILTER (WHERE reasons = '' AND twin_of IS NOT NULL)::int AS duplicates,
                   count(*) FILTER (WHERE reasons <> '')::int AS bad
            FROM customer_import_row WHERE import = :import""";
    private static final String ROWS = """
            SELECT line, sheet, cells, phone, number, key, twin_of, reasons FROM customer_import_row
            WHERE import = :import AND\s""";
    private static final String NEXT =
            ROWS + "reasons = '' AND twin_of IS NULL AND line > :after ORDER BY line LIMIT :most";
    private static final String TWINS_OF = ROWS + "twin_of = ANY (:lines::int8[]) ORDER BY line";
    private static final String BAD = ROWS + "reasons <> '' AND line > :after ORDER BY line LIMIT :most";
    private static final String FAIL = """
            UPDATE customer_import_row r SET reasons = f.reason, twin_of = NULL
            FROM unnest(:lines::int8[], :reasons::text[]) AS f (line, reason) WHERE r.import = :import AND r.line = f.line""";
    private static final String FORGET =
            "DELETE FROM customer_import_row WHERE import = :import AND line = ANY (:lines::int8[])";
    private static final String FORGET_THE_LAPSED = """
            DELETE FROM customer_import_row WHERE import IN (SELECT id FROM customer_import WHERE state = 'LAPSED')""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    ObjectMapper json;

    byte[] sealed(UUID id, long line, List<String> texts) {
        try {
            return sealing.sealBytes(json.writeValueAsString(texts), place(id, line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void keep(Collection<Staged> rows) {
        database.writeAll(KEEP, rows);
    }

    /// Holds the rows against each other and against what is known.
    Preview compare(UUID id, String project, ImportKind kind) {
        // Else each row would be sought among all of them.
        database.sql(WEIGH).one(String.class);
        for (var sql : List.of(KNOWN_BY_PHONE, KNOWN_BY_NUMBER)) {
            database.sql(sql).with("import", id).with("project", project).write();
        }
        if (kind != ImportKind.CUSTOMERS) {
            database.sql(OF_NOBODY)
                    .with("import", id)
                    .with("why", new RowReading.Wrong(null, RowReason.CUSTOMER_UNKNOWN).toString())
                    .write();
            database.sql(KNOWN_BY_KEY)
                    .with("import", id)
                    .with("project", project)
                    .with("kind", kind)
                    .write();
        }
        for (var mark : kind == ImportKind.CUSTOMERS ? List.of("phone", "number") : List.of("key")) {
            database.sql(TWINS.formatted(mark)).with("import", id).write();
        }
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            if (database.sql(TWINS_OF_TWINS).with("import", id).write() == 0) {
                break;
            }
        }
        return database.sql(PREVIEW).with("import", id).one(Preview.class);
    }

    /// The next rows that are not said more of further up, in the order of the file.
    List<StagedRow> next(CustomerImport running, int most) {
        return database
                .sql(NEXT)
                .with("import", running.id())
                .with("after", running.atLine())
                .with("most", most)
                .rows(KeptRow.class)
                .stream()
                .map(kept -> opened(running.id(), kept))
                .toList();
    }

    List<StagedRow> twinsOf(CustomerImport running, Collection<Long> lines) {
        return database.sql(TWINS_OF).with("import", running.id()).with("lines", lines).rows(KeptRow.class).stream()
                .map(kept -> opened(running.id(), kept))
                .toList();
    }

    List<StagedRow> bad(UUID id, long after, int most) {
        return database.sql(BAD).with("import", id).with("after", after).with("most", most).rows(KeptRow.class).stream()
                .map(kept -> opened(id, kept))
                .toList();
    }

    /// These stay, for the error file.
    void failed(UUID id, Map<Long, RowReading.Wrong> failed) {
        if (!failed.isEmpty()) {
            database.sql(FAIL)
                    .with("import", id)
                    .with("lines", failed.keySet())
                    .with(
                            "reasons",
                            failed.values().stream()
                                    .map(RowReading.Wrong::toString)
                                    .toList())
                    .write();
        }
    }

    void forget(UUID id, Collection<Long> lines) {
        database.sql(FORGET).with("import", id).with("lines", lines).write();
    }

    void forgetTheLapsed() {
        database.sql(FORGET_THE_LAPSED).write();
    }

    private StagedRow opened(UUID id, KeptRow kept) {
        return new StagedRow(
                kept.line(),
                kept.sheet(),
                texts(id, kept),
                kept.phone(),
                kept.number(),
                kept.key(),
                kept.twinOf(),
                RowReading.Wrong.all(kept.reasons()));
    }

    /// What does not open any more says nothing: its row comes back as one that could not be written.
    private List<String> texts(UUID id, KeptRow kept) {
        try {
            return json.readValue(sealing.openBytes(kept.cells(), place(id, kept.line())), new TypeReference<>() {});
        } catch (JsonProcessingException | IllegalStateException e) {
            LOG.errorf("Line %d of the import %s does not open: %s", kept.line(), id, e.getMessage());
            return List.of();
        }
    }

    private static Place place(UUID id, long line) {
        return new Place("customer_import_row", "cells", id + ":" + line);
    }
}
