package org.anchang.deal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.sql.Database;

/// All inspections of layout changes; one is recorded and never altered.
@ApplicationScoped
public class Inspections {
    /// LAY-1: what was found.
    public record Inspection(UUID id, UUID request, boolean passed, String record, String by, Instant at) {}

    private static final String RECORD = """
            INSERT INTO layout_inspection (id, request, passed, record, inspected_by, inspected_at)
            VALUES (:id, :request, :passed, :record, :by, :at)""";

    private static final String ALL = """
            SELECT id, request, passed, record, inspected_by AS by, inspected_at AS at
            FROM layout_inspection WHERE request = :request ORDER BY id""";

    @Inject
    Database database;

    /// Those of a change, the first one first.
    public List<Inspection> of(UUID request) {
        return database.sql(ALL).with("request", request).rows(Inspection.class);
    }

    void record(Inspection inspection) {
        database.sql(RECORD).with(inspection).write();
    }
}
