package org.anchang.inventory.board;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.anchang.inventory.board.SalesControl.Named;
import org.anchang.inventory.board.SalesControl.Reading;
import org.anchang.kit.past.Past;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// AOF-1: the sales-control table as it stood. Read anew for each look: nobody looks at the same past at the same time.
@ApplicationScoped
class PastTables {
    private static final String BUILDINGS =
            "SELECT since, building, name FROM project_building_as_of(:project, CAST(:at AS timestamptz))";
    private static final String CELLS = """
            SELECT id AS unit, building, section, floor, room, label, product_type, state, layout, building_area AS area,
                   unit_price, list_total AS total, open_change AS change, version AS row
            FROM priced_unit_as_of(:project, CAST(:at AS timestamptz)) ORDER BY version""";

    /// A building, or none of a project that had none.
    private record StoodBuilding(Instant since, @Nullable Named named) {}

    @Inject
    Database database;

    @Inject
    Past past;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, MOMENT_IS_NOT_PAST, MOMENT_BEFORE_THE_BEGINNING
    @Snapshot
    StandingTable at(String project, Instant asked) {
        var at = past.at(asked);
        var rows =
                database.sql(BUILDINGS).with("project", project).with("at", at).rows(StoodBuilding.class);
        var since = rows.stream().map(StoodBuilding::since).findFirst().orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        Past.begun(since.isAfter(at) ? List.of() : rows, since);
        var cells = database.sql(CELLS).with("project", project).with("at", at).rows(Cell.class);
        var version = cells.isEmpty() ? 0 : cells.getLast().row();
        var names = SalesControl.names(rows.stream().map(StoodBuilding::named));
        return StandingTable.of(project, new Reading(version, cells), names, "");
    }
}
