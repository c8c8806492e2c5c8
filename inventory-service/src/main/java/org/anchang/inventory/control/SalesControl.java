package org.anchang.inventory.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.UnitState;
import org.anchang.kit.money.Money;

/// INV-7: reads the table, whole or what changed.
@ApplicationScoped
class SalesControl {
    /// Cells that one and the same moment shows, and the version at that moment.
    record Reading(long version, List<Cell> cells) {}

    /// The sum only ever grows, with every committed change of every cell: equal sums, equal tables.
    private static final String FINGERPRINT =
            "SELECT count(*) || '-' || coalesce(sum(version), 0) FROM unit WHERE project = ?";
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

    String fingerprint(String project) {
        return statements.row(FINGERPRINT, row -> row.getString(1), project).orElse("");
    }

    Reading whole(String project) {
        return changedSince(project, 0);
    }

    /// Every cell that may have changed since a reading of that version.
    Reading changedSince(String project, long version) {
        record Row(long version, List<Cell> cells) {}
        var rows = statements.rows(
                CELLS,
                row -> new Row(row.getLong(1), row.getObject(2) == null ? List.of() : List.of(cell(row))),
                project,
                version);
        return new Reading(
                rows.getFirst().version(),
                rows.stream().flatMap(row -> row.cells().stream()).toList());
    }

    private static Cell cell(ResultSet row) throws SQLException {
        BigDecimal area = row.getBigDecimal(11);
        return new Cell(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                UnitState.valueOf(row.getString(9)),
                row.getString(10),
                area,
                new Money(row.getBigDecimal(12)),
                new Money(row.getBigDecimal(13)),
                row.getString(14),
                row.getLong(15));
    }
}
