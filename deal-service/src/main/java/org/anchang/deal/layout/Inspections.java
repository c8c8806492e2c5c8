package org.anchang.deal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

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
            FROM layout_inspection WHERE request = ANY(CAST(:requests AS uuid[])) ORDER BY id""";

    private static final String GRANTED = """
            SELECT g.request FROM granted_layout g
            WHERE g.project = :project AND (CAST(:after AS uuid) IS NULL OR g.request > :after)
              AND (CAST(:passed AS boolean) IS NULL OR CAST(:passed AS boolean)
                   = EXISTS (SELECT FROM layout_inspection i WHERE i.request = g.request AND i.passed))
            ORDER BY g.request LIMIT :rows""";

    @Inject
    Database database;

    /// Those of a change, the first one first.
    public List<Inspection> of(UUID request) {
        return of(List.of(request)).getOrDefault(request, List.of());
    }

    /// The same of several.
    Map<UUID, List<Inspection>> of(Collection<UUID> requests) {
        return database.sql(ALL).with("requests", requests).rows(Inspection.class).stream()
                .collect(Collectors.groupingBy(Inspection::request));
    }

    /// The layout changes of a project that were approved.
    ///
    /// @param passed only those that have passed an inspection, or those that have passed none
    Page<UUID> granted(String project, @Nullable Boolean passed, PageRequest page) {
        var found = database.sql(GRANTED)
                .with("project", project)
                .with("passed", passed)
                .with("after", page.afterId().orElse(null))
                .with("rows", page.rows())
                .rows(UUID.class);
        return Page.byId(found, page, Function.identity());
    }

    void record(Inspection inspection) {
        database.sql(RECORD).with(inspection).write();
    }
}
