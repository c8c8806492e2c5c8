package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a service's role cannot do, whatever statement somebody makes it send; each service's `RightsTest` extends
/// this.
public abstract class RightsOfTheService {
    private static final String NOT_ALLOWED = "42501";

    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'""";
    private static final String ADDED_TO = """
            SELECT format('UPDATE %I SET %I = %2$I', c.relname, min(a.attname::text)) FROM pg_class c
            JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgfoid = 'refuse_change'::regproc AND t.tgtype & 16 <> 0
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
            GROUP BY c.relname
            UNION
            SELECT format('DELETE FROM %I', c.relname) FROM pg_class c
            JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgfoid = 'refuse_change'::regproc AND t.tgtype & 8 <> 0""";

    @Test
    @DisplayName("SEC-6 the service's role switches no trigger off, makes and empties no table, becomes nobody else")
    void nothingButRows() throws SQLException {
        try (var connection = connect("")) {
            var attempts = new ArrayList<>(List.of(
                    "SET session_replication_role = replica",
                    "SET ROLE " + connection.getMetaData().getUserName().replace("_service", "_owner"),
                    "CREATE TABLE of_its_own (id int)",
                    "CREATE TEMP TABLE of_its_own (id int)",
                    "CREATE SCHEMA of_its_own",
                    "CREATE FUNCTION of_its_own() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE ROLE of_its_own",
                    "CREATE DATABASE of_its_own",
                    "ALTER SYSTEM SET fsync = off",
                    "COPY look TO PROGRAM 'true'",
                    "SELECT pg_read_file('postgresql.conf')",
                    "UPDATE flyway_schema_history SET success = true",
                    "DELETE FROM flyway_schema_history",
                    "INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history"));
            for (var table : strings(connection, TABLES)) {
                attempts.add("TRUNCATE " + table + " CASCADE");
                attempts.add("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
                attempts.add("DROP TABLE " + table + " CASCADE");
            }

            assertThat(attempts).allSatisfy(attempt -> assertNotAllowed(connection, attempt));
        }
    }

    @Test
    @DisplayName("SEC-6 what is only ever added to, the service's role can neither alter nor remove; it can read all")
    void onlyAdded() throws SQLException {
        try (var connection = connect("")) {
            assertThat(strings(connection, ADDED_TO))
                    .contains("DELETE FROM audit", "DELETE FROM setting")
                    .allSatisfy(attempt -> assertNotAllowed(connection, attempt));
            assertThat(strings(connection, TABLES))
                    .allSatisfy(table -> assertThatCode(() -> execute(connection, "SELECT FROM " + table + " LIMIT 1"))
                            .doesNotThrowAnyException());
        }
    }

    @Test
    @DisplayName("SEC-6 the service's role opens no other service's database")
    void noOtherDatabase() {
        assertThat(Stream.of(Superuser.NEIGHBOUR, "postgres", "template1"))
                .allSatisfy(other ->
                        assertThat(failure(() -> connect(other).close())).isEqualTo(NOT_ALLOWED));
    }

    private static void assertNotAllowed(Connection connection, String attempt) {
        assertThat(failure(() -> execute(connection, attempt))).as(attempt).isEqualTo(NOT_ALLOWED);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private interface Attempt {
        void make() throws SQLException;
    }

    private static String failure(Attempt attempt) {
        try {
            attempt.make();
            return "none";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /// As the service connects, to its own database or another of the same server.
    private static Connection connect(String other) throws SQLException {
        var config = ConfigProvider.getConfig();
        var own = config.getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(
                other.isEmpty() ? own : own.replaceFirst("/[^/?]+(\\?|$)", "/" + other + "$1"),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
