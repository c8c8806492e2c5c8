package org.anchang.rehearsal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.PGConnection;

/// Price lists over HTTP against COPY of the same rows, same PostgreSQL, same cores; the service with the heap that
/// it runs with.
///
/// `mvn -Pbenchmark verify -pl deploy/rehearsal -am -Dtest=ImportBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false`; `-Dbenchmark.scale=0.1` takes a tenth of the rows and says little.
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportBenchmark {
    private static final int ROWS = (int) (100_000 * Double.parseDouble(System.getProperty("benchmark.scale", "1")));
    private static final int ROUNDS = 3;
    private static final String HEADINGS = "项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HoldReport REPORT = new HoldReport("Price lists, measured");
    private static final List<String> TABLES = List.of("unit", "unit_area", "unit_price", "unit_history");
    /// The rows of an imported project once more, with ids of their own and for another project.
    private static final List<String> ONCE_MORE = List.of(
            "INSERT INTO project (code, name, region, created_by, created_at) VALUES ('copied', 'x', 'LY', 'x', now())",
            "INSERT INTO building (id, project, name) SELECT uuidv7(), 'copied', name FROM building WHERE project = '%s'",
            """
            CREATE UNLOGGED TABLE again AS SELECT u.id AS old, uuidv7() AS unit, uuidv7() AS area, n.id AS building
            FROM unit u JOIN building b ON b.id = u.building JOIN building n ON n.project = 'copied' AND n.name = b.name
            WHERE u.project = '%s' ORDER BY u.id""",
            """
            CREATE UNLOGGED TABLE again_unit AS SELECT g.unit AS id, 'copied' AS project, g.building, section, floor, room, door, label,
                product_type, layout, price_version, 0::bigint AS version FROM again g JOIN unit u ON u.id = g.old ORDER BY g.unit""",
            """
            CREATE UNLOGGED TABLE again_unit_area AS SELECT g.area AS id, g.unit, kind, measured_on, building_area, interior_area,
                recorded_by, recorded_at FROM again g JOIN unit_area a ON a.unit = g.old ORDER BY g.unit""",
            """
            CREATE UNLOGGED TABLE again_unit_price AS SELECT g.unit, version, basis, g.area, unit_price, list_total,
                effective_from, price_list, reason, set_by, set_at FROM again g JOIN unit_price p ON p.unit = g.old
                WHERE version = 1 ORDER BY g.unit""",
            """
            CREATE UNLOGGED TABLE again_unit_history AS SELECT g.unit, 'copied' AS project, at, person, what, h.price_version
                FROM again g JOIN unit_history h ON h.unit = g.old WHERE what = 'LISTED' ORDER BY g.unit""");

    private static RunningInventory inventory;
    private static Connection database;
    private static String token;
    private static Path list;
    private static double rowsPerSecond;
    private static int projects;

    @BeforeAll
    static void open() throws IOException, SQLException, GeneralSecurityException {
        var issuer = new Issuer();
        inventory = new RunningInventory(issuer);
        database = inventory.connect();
        token = issuer.token("admin.office", "administrator");
        list = csv("list.csv", ROWS, 10_000);
        var small = csv("small.csv", Math.max(1, ROWS / 5), 10_000);
        for (int i = 0; i < ROUNDS; i++) {
            imported(project(), small);
        }
        REPORT.say("%,d rows a list; warmed up with %d lists of a fifth of that.".formatted(ROWS, ROUNDS));
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
        inventory.close();
        REPORT.write(Path.of("target/benchmark-imports.md"));
    }

    @Test
    @Order(1)
    void againstCopy() throws Exception {
        double bare = 0;
        double imports = 0;
        run("CREATE TABLE bare (project text, building text, section text, floor text, room text, area numeric(10, 2),"
                + " interior numeric(10, 2), price numeric(14, 2))");
        var last = "";
        for (int i = 0; i < ROUNDS; i++) {
            run("TRUNCATE bare");
            bare += copied("COPY bare FROM STDIN (FORMAT csv, HEADER)", list) / ROUNDS;
            last = project();
            var cpu = inventory.cpu();
            var heap = new Heap(inventory.address());
            imports += imported(last, list) / ROUNDS;
            REPORT.cpu("rows of new units", inventory.cpu().minus(cpu), ROWS);
            REPORT.say("Heap in use while %,d rows were imported: at most %d MB.".formatted(ROWS, heap.most()));
        }
        rowsPerSecond = ROWS / imports;
        var tables = sameTables(last);
        REPORT.row(
                "import rows/s ÷ COPY of the same rows into the tables that they go to",
                tables / imports,
                0.10,
                0.25,
                "%,.0f ÷ %,.0f rows/s; keys and triggers on for both".formatted(ROWS / imports, ROWS / tables));
        REPORT.row(
                "import rows/s ÷ COPY of the file into one bare table",
                bare / imports,
                0.10,
                0.25,
                "%,.0f ÷ %,.0f rows/s; a row of the file becomes four, with nine index entries"
                        .formatted(ROWS / imports, ROWS / bare));
    }

    @Test
    @Order(2)
    void again() throws Exception {
        var project = project();
        imported(project, list);
        var same = imported(project, list);
        var dearer = csv("dearer.csv", ROWS, 10_100);
        var cpu = inventory.cpu();
        var changed = imported(project, dearer);
        REPORT.cpu("rows of changed units, with an event each", inventory.cpu().minus(cpu), ROWS);
        REPORT.say(
                "The same list once more: %,.0f rows/s. All prices changed, audited and told: %,.0f rows/s; new units:"
                                .formatted(ROWS / same, ROWS / changed)
                        + " %,.0f rows/s.".formatted(rowsPerSecond));
    }

    @Test
    @Order(3)
    void longer() throws Exception {
        var heap = new Heap(inventory.address());
        var four = csv("four.csv", 4 * ROWS, 10_000);
        var seconds = read(project(), four);
        REPORT.say("Heap in use while a draft of %,d rows was read and compared (%.1f s): at most %d MB."
                .formatted(4 * ROWS, seconds, heap.most()));
        var workbook = xlsx("list.xlsx");
        var book = new Heap(inventory.address());
        seconds = read(project(), workbook);
        REPORT.say("Heap in use while a draft of %,d rows was read from a workbook (%.1f s): at most %d MB."
                .formatted(ROWS, seconds, book.most()));
    }

    /// @return seconds that COPY takes for what the import has written for this project
    private static double sameTables(String project) throws SQLException, IOException {
        for (var sql : ONCE_MORE) {
            run(sql.formatted(project));
        }
        double seconds = 0;
        for (var table : TABLES) {
            var file = Path.of("target/" + table + ".copy");
            var columns = columns("again_" + table);
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT " + columns + " FROM again_" + table + ") TO STDOUT", out);
            }
            seconds += copied("COPY " + table + " (" + columns + ") FROM STDIN", file);
        }
        return seconds;
    }

    private static String columns(String table) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)"
                        + " FROM information_schema.columns WHERE table_name = '" + table + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static double copied(String copy, Path file) throws SQLException, IOException {
        try (var in = Files.newInputStream(file)) {
            var began = System.nanoTime();
            database.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in, 1 << 16);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /// @return seconds until it was answered
    private static double imported(String project, Path file) throws IOException {
        var began = System.nanoTime();
        sent("/api/v1/price-lists?project=" + project, file);
        return (System.nanoTime() - began) / 1e9;
    }

    /// @return seconds until the draft was ready
    private static double read(String project, Path file) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var draft = sent("/api/v1/price-list-drafts?project=" + project, file);
        while (draft.path("state").asText().equals("READING")) {
            Thread.sleep(50);
            draft = answered(
                    request("/api/v1/price-list-drafts/" + draft.path("id").asText())
                            .build());
        }
        assertThat(draft.path("state").asText()).as(draft.toString()).isEqualTo("READY");
        return (System.nanoTime() - began) / 1e9;
    }

    private static JsonNode sent(String path, Path file) throws IOException {
        return answered(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(inventory.address().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode answered(HttpRequest request) throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String project() throws SQLException {
        var code = "import-" + ++projects;
        run("INSERT INTO project (code, name, region, created_by, created_at) VALUES ('%s', 'x', 'LY', 'x', now())"
                .formatted(code));
        return code;
    }

    private static Path csv(String name, int rows, int price) throws IOException {
        var file = Path.of("target", name);
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADINGS + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(String.join(",", row(i, price)) + "\n");
            }
        }
        return file;
    }

    private static Path xlsx(String name) throws IOException {
        var file = Path.of("target", name);
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "benchmark", "1.0")) {
            var sheet = workbook.newWorksheet("价格表");
            write(sheet, 0, Stream.of(HEADINGS.split(",")).toList());
            for (int i = 0; i < ROWS; i++) {
                var row = new ArrayList<Object>(row(i, 10_000));
                for (int column = 5; column < row.size(); column++) {
                    row.set(column, Double.valueOf(row.get(column).toString()));
                }
                write(sheet, i + 1, row);
            }
        }
        return file;
    }

    private static void write(org.dhatim.fastexcel.Worksheet sheet, int line, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Number number -> sheet.value(line, i, number);
                case Object text -> sheet.value(line, i, text.toString());
            }
        }
    }

    /// A building has 40 floors of 50 rooms.
    private static List<String> row(int number, int price) {
        return List.of(
                "松风",
                number / 2_000 + 1 + "栋",
                number / 1_000 % 2 + 1 + "单元",
                Integer.toString(number / 50 % 20 + 1),
                String.format(Locale.ROOT, "%02d", number % 50 + 1),
                String.format(Locale.ROOT, "%d.%02d", 80 + number % 60, number % 97),
                String.format(Locale.ROOT, "%d.%02d", 60 + number % 20, number % 89),
                String.format(Locale.ROOT, "%d.%02d", price + number % 1_000, number % 100));
    }

    /// Watches the heap of the service until it is asked.
    private static final class Heap {
        private final Thread watcher;
        private volatile double most;
        private volatile boolean over;

        Heap(java.net.URI service) {
            watcher = Thread.ofVirtual().start(() -> watch(service));
        }

        long most() throws InterruptedException {
            over = true;
            watcher.join();
            return Math.round(most / (1 << 20));
        }

        private void watch(java.net.URI service) {
            try (var http = HttpClient.newHttpClient()) {
                while (!over) {
                    var metrics = http.send(
                                    HttpRequest.newBuilder(service.resolve("/q/metrics"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
                    most = Math.max(
                            most,
                            metrics.lines()
                                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                                    .sum());
                    Thread.sleep(100);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
