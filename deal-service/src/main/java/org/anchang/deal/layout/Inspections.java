package org.anchang.deal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.sql.Database;

/// All inspections of layout changes; one is recorded and never altered.
@ApplicationScoped
class Inspections {
    record Inspection(UUID id, UUID request, boolean passed, String record, String by, Instant at) {}

    private static final String RECORD = """
            INSERT INTO layout_inspection (id, request, passed, record, inspected_by, inspected_at)
            VALUES (:id, :request, :passed, :record, :by, :at)""";

    @Inject
    Database database;

    void record(Inspection inspection) {
        database.sql(RECORD).with(inspection).write();
    }
}
