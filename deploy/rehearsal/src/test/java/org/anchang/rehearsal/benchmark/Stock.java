package org.anchang.rehearsal.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Units on sale, written straight into the database because there are many: one big project, one small,
/// and one many times over. A unit's id tells its number, so that the same can be asked for by SQL.
final class Stock {
    /// Kinds of ids; from [#CAPTURED] on, those that the statements of a hold need.
    static final int UNIT = 1;

    static final int CAPTURED = 20;
    private static final int BUILDING = 2;
    private static final int AREA = 3;
    private static final int CERTIFICATE = 4;

    /// @param first number of its first unit
    record Lot(String project, int first, int units) {
        List<String> ids() {
            return IntStream.range(first, first + units).mapToObj(Stock::unit).toList();
        }
    }

    private static final String IDS = """
            CREATE FUNCTION bench_id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
            $$ SELECT (lpad(kind::text, 8, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$""";
    private static final List<String> LOT = List.of(
            "INSERT INTO project (code, name, region, created_by, created_at) VALUES ('%1$s', '%1$s', 'LY', 'x', now())",
            "INSERT INTO building (id, project, name) VALUES (bench_id(%4$d, %2$d), '%1$s', '1栋')",
            """
            INSERT INTO certificate (id, building, certificate, number, valid_from, recorded_by, recorded_at)
            SELECT bench_id(%6$d, %2$d * 10 + n), bench_id(%4$d, %2$d), name, '1', '2020-01-01', 'x', now()
            FROM unnest(ARRAY['LAND_USE', 'LAND_PLANNING', 'WORKS_PLANNING', 'CONSTRUCTION', 'PRE_SALE'])
                 WITH ORDINALITY AS one (name, n)""",
            """
            INSERT INTO unit (id, project, building, section, floor, room, door, label, product_type, state, price_version, version)
            SELECT bench_id(1, n), '%1$s', bench_id(%4$d, %2$d), '1单元', (n %% 30)::text, n::text, '1单元 ' || n %% 30 || ' ' || n, '1栋-' || n, 'RESIDENCE',
                   'AVAILABLE', 1, 1
            FROM generate_series(%2$d, %2$d + %3$d - 1) n""",
            """
            INSERT INTO unit_area (id, unit, kind, measured_on, building_area, recorded_by, recorded_at)
            SELECT bench_id(%5$d, n), bench_id(1, n), 'PRE_SALE_SURVEY', '2026-01-01', 118.46, 'x', now()
            FROM generate_series(%2$d, %2$d + %3$d - 1) n""",
            """
            INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, effective_from, reason, set_by, set_at)
            SELECT bench_id(1, n), 1, 'BUILDING_AREA', bench_id(%5$d, n), 10000, 1184600, now(), 'x', 'x', now()
            FROM generate_series(%2$d, %2$d + %3$d - 1) n""",
            """
            INSERT INTO setting (id, project, name, value, valid_from, reason, set_by, set_at)
            SELECT gen_random_uuid(), '%1$s', name, value, '2020-01-01', 'x', 'x', now()
            FROM (VALUES ('HOLD_MINUTES', '600'), ('HOLD_MINUTES_LONGEST', '600'),
                         ('HOLD_LIMIT_PER_CONSULTANT', '1000000')) s (name, value)""");
    private static final List<String> AS_NEW = List.of(
            "SET session_replication_role = replica",
            "TRUNCATE hold CASCADE",
            "UPDATE unit SET state = 'AVAILABLE' WHERE state <> 'AVAILABLE'",
            "TRUNCATE idempotency",
            "RESET session_replication_role",
            "VACUUM (ANALYZE) unit");

    private final Connection database;

    Stock(Connection database) throws SQLException {
        this.database = database;
        run(IDS);
    }

    static String unit(int number) {
        return "%08d-0000-7000-8000-%012d".formatted(UNIT, number);
    }

    void add(Lot lot) throws SQLException {
        for (var sql : LOT) {
            run(String.format(Locale.ROOT, sql, lot.project(), lot.first(), lot.units(), BUILDING, AREA, CERTIFICATE));
        }
    }

    void analyze() throws SQLException {
        run("VACUUM (ANALYZE)");
    }

    /// Gives every hold back as if it had never been; without triggers, which would take their time. The empty table
    /// is not analyzed: plans made for no rows at all would be kept for many.
    void asNew() throws SQLException {
        for (var sql : AS_NEW) {
            run(sql);
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String question) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
