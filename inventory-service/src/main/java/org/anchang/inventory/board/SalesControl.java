package org.anchang.inventory.board;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.KitRefusal;
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
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, count(*), coalesce(sum(version), 0)::bigint,
                   (SELECT to_hex(coalesce(bit_xor(hashtextextended(id || name, 0)), 0)) FROM building WHERE project = ?)
            FROM unit WHERE project = ? AND version >= ?""";
    private static final String BUILDINGS =
            "SELECT b.id, b.name FROM project p LEFT JOIN building b ON b.project = p.code WHERE p.code = ?";
    /// One statement, one snapshot: the version belongs to exactly these cells.
    private static final String CELLS = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS table_version, u.id, u.building, u.section, u.floor,
                   u.room, u.label, u.product_type, u.state, u.layout, a.building_area, p.unit_price, p.list_total, u.open_change,
                   u.version
            FROM (SELECT 1) one
            LEFT JOIN (unit u JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
                              JOIN unit_area a ON a.id = p.area)
                   ON u.project = ? AND u.version >= ?
            ORDER BY u.version""";

    @Inject
    Statements statements;

    /// @param since a version of the table
    Marks marks(String project, long since) {
        return statements
                .row(
                        MARKS,
                        row -> new Marks(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)),
                        project,
                        project,
                        since)
                .orElseThrow();
    }

    /// The names of the buildings.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND if there is no such project
    Map<UUID, String> buildings(String project) {
        record Row(@Nullable UUID id, @Nullable String name) {}
        var rows = statements.rows(BUILDINGS, row -> new Row(row.getObject(1, UUID.class), row.getString(2)), project);
        if (rows.isEmpty()) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        var names = new HashMap<UUID, String>();
        rows.stream().filter(row -> row.id() != null).forEach(row -> names.put(row.id(), row.name()));
        return names;
    }

    Reading whole(String project) {
        return changedSince(project, 0);
    }

    /// Every cell that may have changed since a reading of that version.
    Reading changedSince(String project, long version) {
        record Row(long version, List<Cell> cells) {}
        var common = new HashMap<Object, Object>();
        var rows = statements.rows(
                CELLS,
                row -> new Row(row.getLong(1), row.getObject(2) == null ? List.of() : List.of(cell(row, common))),
                project,
                version);
        return new Reading(
                rows.getFirst().version(),
                rows.stream().flatMap(row -> row.cells().stream()).toList());
    }

    /// @param common what many cells have alike is kept once
    private static Cell cell(ResultSet row, Map<Object, Object> common) throws SQLException {
        BigDecimal area = row.getBigDecimal(11);
        return new Cell(
                row.getObject(2, UUID.class),
                once(row.getObject(3, UUID.class), common),
                once(row.getString(4), common),
                once(row.getString(5), common),
                row.getString(6),
                row.getString(7),
                once(row.getString(8), common),
                UnitState.valueOf(row.getString(9)),
                row.getString(10) == null ? null : once(row.getString(10), common),
                once(area, common),
                once(new Money(row.getBigDecimal(12)), common),
                once(new Money(row.getBigDecimal(13)), common),
                row.getString(14),
                row.getLong(15));
    }

    @SuppressWarnings("unchecked")
    private static <T> T once(T value, Map<Object, Object> common) {
        return (T) common.computeIfAbsent(value, _ -> value);
    }
}
