package org.anchang.inventory.sale.withholding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-14: all that was taken off sale, for how long, by whom and why.
@ApplicationScoped
class Withholdings {
    /// @param endedBy absent while the unit is still withheld
    record Withholding(
            UUID id,
            UUID unit,
            String label,
            String reason,
            String by,
            Instant at,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {}

    record Begun(UUID id, String project, UUID unit, String reason, String by, Instant at) {}

    private static final String BEGIN = """
            INSERT INTO withholding (id, project, unit, reason, person, at) VALUES (:id, :project, :unit, :reason, :by, :at)""";
    private static final String END = """
            UPDATE withholding SET ended_by = :by, ended_at = :at WHERE unit = :unit AND ended_at IS NULL""";
    private static final String OF_PROJECT = """
            SELECT w.id, w.unit, u.label, w.reason, w.person AS by, w.at, w.ended_by, w.ended_at
            FROM withholding w JOIN unit_standing u ON u.id = w.unit
            WHERE w.project = :project AND (CAST(:after AS uuid) IS NULL OR w.id < :after) ORDER BY w.id DESC LIMIT :rows""";

    @Inject
    Database database;

    void begin(Begun withholding) {
        database.sql(BEGIN).with(withholding).write();
    }

    void end(UUID unit, String by, Instant at) {
        database.sql(END).with("unit", unit).with("by", by).with("at", at).write();
    }

    /// The newest first.
    Page<Withholding> list(String project, PageRequest page) {
        return database.sql(OF_PROJECT).with("project", project).page(page, Withholding.class, Withholding::id);
    }
}
