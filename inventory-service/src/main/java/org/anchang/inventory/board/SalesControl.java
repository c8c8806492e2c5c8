package org.anchang.inventory.board;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-7: reads the table from the database, whole or what changed.
@ApplicationScoped
class SalesControl {
    /// Cells that one and the same moment shows, and the version at that moment.
    record Reading(long version, List<Cell> cells) {}

    /// What tells one table from another without reading it.
    ///
    /// @param version   at this moment
    /// @param units     how many have changed since the table's version, or may have
    /// @param rows      the sum of their versions, which grows with each change
    /// @param buildings stands for the buildings and their names
    record Marks(long version, long units, long rows, String buildings) {
        static Marks of(Reading reading, String buildings) {
            var late = reading.cells().stream()
                    .mapToLong(Cell::row)
                    .filter(row -> row >= reading.version())
                    .summaryStatistics();
            return new Marks(reading.version(), late.getCount(), late.getSum(), buildings);
        }
    }

    /// Whatever commits after a table was read has a version not below the table's: as long as the units from there
    /// on are as many and the sum of their versions is the same, it is the same table. An index tells, whatever the
    /// number of units.
    private static final String MARKS = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS version, count(*) AS units,
                   coalesce(sum(version), 0)::bigint AS rows,
                   (SELECT to_hex(coalesce(bit_xor(hashtextextended(building || name, 0)), 0))
                    FROM project_building WHERE project = :project) AS buildings
            FROM unit_standing WHERE project = :project AND version >= :since""";
    private static final String BUILDINGS = "SELECT building, name FROM project_building WHERE project = :project";
    /// One statement, one snapshot: the version belongs to exactly these cells.
    private static final String CELLS = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS version, u.id AS unit, u.building, u.section, u.floor,
                   u.room, u.label, u.product_type, u.state, u.layout, u.building_area AS area, u.unit_price, u.list_total AS total,
                   u.open_change AS change, u.version AS row
            FROM (SELECT 1) one LEFT JOIN priced_unit u ON u.project = :project AND u.version >= :since
            ORDER BY u.version""";

    record Named(UUID building, String name) {}

    /// A building, or none of a project that has none.
    private record ReadBuilding(@Nullable Named named) {}

    /// A cell, or none where nothing has changed.
    private record Read(long version, @Nullable Cell cell) {}

    @Inject
    Database database;

    /// @param since a version of the table
    Marks marks(String project, long since) {
        return database.sql(MARKS).with("project", project).with("since", since).one(Marks.class);
    }

    /// The names of the buildings.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND if there is no such project
    Map<UUID, String> buildings(String project) {
        var rows = database.sql(BUILDINGS).with("project", project).rows(ReadBuilding.class);
        if (rows.isEmpty()) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        return names(rows.stream().map(ReadBuilding::named));
    }

    static Map<UUID, String> names(Stream<@Nullable Named> buildings) {
        return buildings.flatMap(Stream::ofNullable).collect(Collectors.toMap(Named::building, Named::name));
    }

    Reading whole(String project) {
        return changedSince(project, 0);
    }

    /// Every cell that may have changed since a reading of that version.
    Reading changedSince(String project, long version) {
        var common = new HashMap<Object, Object>();
        var rows = database.sql(CELLS)
                .with("project", project)
                .with("since", version)
                .rows(Read.class);
        return new Reading(
                rows.getFirst().version(),
                rows.stream()
                        .map(Read::cell)
                        .flatMap(Stream::ofNullable)
                        .map(cell -> sharing(cell, common))
                        .toList());
    }

    /// @param common what many cells have alike is kept once
    private static Cell sharing(Cell cell, Map<Object, Object> common) {
        return new Cell(
                cell.unit(),
                once(cell.building(), common),
                once(cell.section(), common),
                once(cell.floor(), common),
                cell.room(),
                cell.label(),
                once(cell.productType(), common),
                cell.state(),
                cell.layout() == null ? null : once(cell.layout(), common),
                cell.area() == null ? null : once(cell.area(), common),
                cell.unitPrice() == null ? null : once(cell.unitPrice(), common),
                cell.total() == null ? null : once(cell.total(), common),
                cell.change(),
                cell.row());
    }

    @SuppressWarnings("unchecked")
    private static <T> T once(T value, Map<Object, Object> common) {
        return (T) common.computeIfAbsent(value, _ -> value);
    }
}
