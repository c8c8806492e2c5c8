package org.anchang.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A run of customers against COPY of the rows that it has written into the tables that they went to, same PostgreSQL,
/// same cores; keys and triggers on for both. The events, which the run writes too, are left out of COPY.
///
/// `mvn -Pbenchmark verify -pl customer-service -am -Dtest=CustomerImportBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false`; `-Dbenchmark.scale=0.05` takes 5,000 rows.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class CustomerImportBenchmark {
    private static final int ROWS = (int) (100_000 * Double.parseDouble(System.getProperty("benchmark.scale", "1")));
    private static final int ROUNDS = 3;
    private static final String NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏";
    private static final List<String> TABLES =
            List.of("customer", "customer_number", "known_phone", "customer_token", "imported_record");
    /// The rows of an imported project once more, with ids of their own and for another project.
    private static final Map<String, String> ONCE_MORE = Map.of(
            "customer",
            "SELECT g.made AS id, '%2$s' AS project, 'Z%3$s' || substr(c.number, 2) AS number, name, name_fingerprint, channel,"
                    + " first_consultant, owner, intent_grade, note, registered_by, registered_at, version"
                    + " FROM again g JOIN customer c ON c.id = g.old ORDER BY g.made",
            "customer_number",
            "SELECT 'Z%3$s' || substr(n.number, 2) AS number, g.made AS customer, given_at"
                    + " FROM again g JOIN customer_number n ON n.customer = g.old ORDER BY g.made",
            "known_phone",
            "SELECT uuidv7() AS id, '%2$s' AS project, g.made AS customer, g.made AS record, fingerprint, ending, phone, kind,"
                    + " added_by, added_at FROM again g JOIN known_phone p ON p.customer = g.old ORDER BY g.made",
            "customer_token",
            "SELECT token, '%2$s' AS project, owner, g.made AS customer, g.made AS record"
                    + " FROM again g JOIN customer_token t ON t.customer = g.old ORDER BY g.made, token",
            "imported_record",
            "SELECT '%2$s' AS project, kind, key, g.made AS record, g.made AS customer, import, author"
                    + " FROM again g JOIN imported_record i ON i.record = g.old ORDER BY g.made");

    @Inject
    Database database;

    @Test
    void againstCopy() throws IOException, SQLException {
        var report = new StringBuilder("# Customers, imported\n\n%,d rows a file.\n".formatted(ROWS));
        for (int round = 0; round < ROUNDS; round++) {
            var office = new Office();
            office.isInRegion("LY");
            office.hires("li.na");
            var began = System.nanoTime();
            var id = UUID.fromString(sent(office, file(round)));
            var read = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            office.siteManager()
                    .post("/api/v1/customer-imports/" + id + "/run", Map.of("mode", "APPEND"))
                    .then()
                    .statusCode(200);
            await().atMost(Duration.ofMinutes(20)).until(() -> isDone(id));
            var run = (System.nanoTime() - began) / 1e9;
            assertThat(database.sql("SELECT added FROM customer_import WHERE id = :id")
                            .with("id", id)
                            .one(Integer.class))
                    .isEqualTo(ROWS);
            var copy = copied(office.project, round);
            report.append(
                    "Round %d: read and compared %,.0f rows/s; run %,.0f rows/s; COPY %,.0f rows/s; run ÷ COPY %.2f.\n"
                            .formatted(round + 1, ROWS / read, ROWS / run, ROWS / copy, copy / run));
        }
        Files.writeString(Path.of("target/benchmark-customer-imports.md"), report);
    }

    private static String sent(Office office, byte[] file) {
        var sent = office.siteManager()
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/customer-imports?kind=CUSTOMERS&project=" + office.project);
        sent.then().statusCode(201);
        return sent.jsonPath().getString("id");
    }

    private boolean isDone(UUID id) {
        return database.sql("SELECT state FROM customer_import WHERE id = :id")
                .with("id", id)
                .one(String.class)
                .equals("DONE");
    }

    private static byte[] file(int round) {
        var file = new StringBuilder("姓名,手机,置业顾问,登记日期,登记人,性别,意向等级,备注\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(NAMES.charAt(i % NAMES.length()))
                    .append(NAMES.charAt(i / NAMES.length() % NAMES.length()))
                    .append(NAMES.charAt(i / 7 % NAMES.length()))
                    .append(String.format(Locale.ROOT, ",1%d%08d", 36 + round, i))
                    .append(",li.na,2024-03-05,老王,男,B,看过样板间，想要三居\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @return seconds
    private double copied(String project, int round) throws SQLException, IOException {
        double seconds = 0;
        try (var connection = Superuser.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE again AS SELECT id AS old, uuidv7() AS made FROM customer WHERE project = '"
                            + project + "' ORDER BY id");
            for (var table : TABLES) {
                var rows = String.format(ONCE_MORE.get(table), project, project + "-again", round);
                statement.execute("CREATE TEMPORARY TABLE again_" + table + " AS " + rows);
                // The server writes and reads it itself.
                var file = Path.of(System.getProperty("java.io.tmpdir"), project + "-" + table + ".copy")
                        .toAbsolutePath();
                statement.execute("COPY again_" + table + " TO '" + file + "'");
                var columns = new StringBuilder();
                try (var row = statement.executeQuery("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)"
                        + " FROM information_schema.columns WHERE table_name = 'again_" + table + "'")) {
                    row.next();
                    columns.append(row.getString(1));
                }
                var began = System.nanoTime();
                statement.execute("COPY " + table + " (" + columns + ") FROM '" + file + "'");
                seconds += (System.nanoTime() - began) / 1e9;
                Files.deleteIfExists(file);
            }
        }
        return seconds;
    }
}
