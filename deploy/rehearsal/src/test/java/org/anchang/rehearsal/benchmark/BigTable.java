package org.anchang.rehearsal.benchmark;

import java.sql.SQLException;
import java.util.Locale;

/// A project whose buildings have 250 units each, as a sales-control table shows them: with ids that look like real
/// ones, which do not compress well, five layouts and every state.
record BigTable(String project, int buildings) {
    static final int UNITS_EACH = 250;

    private static final String PROJECT =
            "INSERT INTO project (code, name, region, created_by, created_at) VALUES ('%1$s', '%1$s', 'LY', 'x', now())";
    private static final String BUILDINGS = """
            INSERT INTO building (id, project, name)
            SELECT md5('%1$s b' || b)::uuid, '%1$s', b || '栋' FROM generate_series(1, %2$d) b""";
    private static final String UNITS = """
            INSERT INTO unit (id, project, building, section, floor, room, door, label, product_type, layout, state, price_version, version)
            SELECT md5('%1$s' || b || ' ' || n)::uuid, '%1$s', md5('%1$s b' || b)::uuid, n %% 2 + 1 || '单元', (n / 10)::text,
                   lpad((n %% 10)::text, 2, '0'), n %% 2 + 1 || '单元 ' || n / 10 || ' ' || n %% 10, b || '栋-' || (n %% 2 + 1) || '单元-' || (n / 10) || lpad((n %% 10)::text, 2, '0'), 'RESIDENCE',
                   (ARRAY['三室两厅', '两室两厅', '四室两厅', '一室一厅', '复式'])[n %% 5 + 1],
                   (ARRAY['AVAILABLE', 'HELD', 'RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED', 'WITHHELD', 'CLOSED'])[n * 7 %% 8 + 1], 1, 1
            FROM generate_series(1, %2$d) b, generate_series(0, %3$d - 1) n""";
    private static final String AREAS = """
            INSERT INTO unit_area (id, unit, kind, measured_on, building_area, recorded_by, recorded_at)
            SELECT md5(id || 'area')::uuid, id, 'PRE_SALE_SURVEY', '2026-01-01', 60 + (('x' || substr(md5(id::text), 1, 4))::bit(16)::int %% 9000) / 100.0,
                   'x', now()
            FROM unit WHERE project = '%1$s'""";
    private static final String PRICES = """
            INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, effective_from, reason, set_by, set_at)
            SELECT a.unit, 1, 'BUILDING_AREA', a.id, 10000 + a.building_area, round(a.building_area * (10000 + a.building_area), 2), now(), 'x', 'x', now()
            FROM unit_area a JOIN unit u ON u.id = a.unit WHERE u.project = '%1$s'""";

    int units() {
        return buildings * UNITS_EACH;
    }

    void addTo(Stock stock) throws SQLException {
        for (var sql : new String[] {PROJECT, BUILDINGS, UNITS, AREAS, PRICES}) {
            stock.run(String.format(Locale.ROOT, sql, project, buildings, UNITS_EACH));
        }
    }

    /// Another replica changes one unit, the cell alone.
    void change(Stock stock, int times) throws SQLException {
        stock.run("UPDATE unit SET label = label WHERE id = md5('%s' || %d || ' 7')::uuid"
                .formatted(project, times % buildings + 1));
    }
}
