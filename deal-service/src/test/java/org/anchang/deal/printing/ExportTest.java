package org.anchang.deal.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ExportTest {
    private static final String EXPORTS = "/api/v1/deal-exports";

    private final String project = "exports-" + UUID.randomUUID().toString().substring(0, 8);
    private final String name = "chen.jing." + project;
    private final Ask manager = Ask.as(Person.siteManager(name).in(project));

    @TempDir
    Path directory;

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "PAP-3 100,000 rows become a file whose texts stay texts, under who asked and when; the look comes before it")
    void hundredThousand() throws IOException, SQLException {
        var export = ready(ask("rows=100000"));

        assertThat((int) export.path("rows")).isEqualTo(100_000);
        assertThat((int) export.path("expected")).isEqualTo(100_000);
        assertThat((String) export.path("expiresAt")).isNotNull();
        assertThat(one("SELECT count(*) FROM look WHERE by = '%s' AND of = '%s'"
                        .formatted(name, GeneratedLines.LOOKED_AT)))
                .isEqualTo("1");
        var file = manager.get(EXPORTS + "/" + export.path("id") + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(one("SELECT string_agg(by, ',') FROM export_download WHERE task = '%s'"
                        .formatted((String) export.path("id"))))
                .isEqualTo(name);
        var sheet = sheet(file.asByteArray());
        assertThat(sheet.split("<row ", -1)).hasSize(100_000 + 3);
        assertThat(sheet)
                .contains("=1+100000")
                .contains("01300000001")
                .contains(name)
                .contains("<oddHeader>")
                .doesNotContain("<f>");
    }

    @Test
    @DisplayName("PAP-3 an export is the asker's alone, can be given up, and knows its list and its filter")
    void own() {
        var id = (String) ask("").path("id");
        var colleague = Ask.as(Person.siteManager("zhao.min").in(project));

        assertThat(colleague.get(EXPORTS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(colleague.get(EXPORTS + "/" + id + "/file").statusCode()).isEqualTo(404);
        assertThat(colleague.post(EXPORTS + "/" + id + "/cancellation").statusCode())
                .isEqualTo(404);
        assertThat(manager.get(EXPORTS).jsonPath().getList("items.id")).containsExactly(id);
        var cancelled = manager.post(EXPORTS + "/" + id + "/cancellation");
        assertThat((String) cancelled.path("state")).as(cancelled.asString()).isEqualTo("CANCELLED");
        assertThat((String) manager.get(EXPORTS + "/" + id + "/file").path("code"))
                .isEqualTo("EXPORT_IS_OVER");
        assertThat((String) ask("rows=3&colour=red").path("code")).isEqualTo("EXPORT_FILTER_NOT_UNDERSTOOD");
        assertThat((String) manager.post(EXPORTS, Map.of("project", project, "list", "secrets"))
                        .path("code"))
                .isEqualTo("EXPORT_LIST_UNKNOWN");
        var liNa = Ask.as(Person.consultant("li.na").in(project));
        assertThat((String) liNa.post(EXPORTS, Map.of("project", project, "list", "lines"))
                        .path("code"))
                .isEqualTo("EXPORT_LIST_UNKNOWN");
    }

    @Test
    @DisplayName(
            "PAP-3 what a process left lying is begun anew and ends as a whole; what breaks off three times has failed; files expire")
    void brokenOff() throws IOException, SQLException {
        var left = left(1);
        var hopeless = left(3);

        var resumed = ready(left);
        assertThat(sheet(manager.get(EXPORTS + "/" + left + "/file").asByteArray())
                        .split("<row ", -1))
                .hasSize(3 + 3);
        assertThat((int) resumed.path("rows")).isEqualTo(3);
        await().until(() ->
                "FAILED".equals(manager.get(EXPORTS + "/" + hopeless).path("state")));
        assertThat((String) manager.get(EXPORTS + "/" + hopeless).path("failure"))
                .isEqualTo("BROKE_OFF");

        run("UPDATE export_task SET due_at = clock_timestamp() WHERE id = '%s'".formatted(left));
        await().until(() -> "EXPIRED".equals(manager.get(EXPORTS + "/" + left).path("state")));
        assertThat(one("SELECT count(*) FROM export_piece WHERE task = '%s'".formatted(left)))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("PAP-3 one person has a bounded number of exports at a time")
    void bounded() throws SQLException {
        run("""
            INSERT INTO export_task (id, project, list, filter, asked_by, asked_as, roles, own_only, english, asked_at, state, due_at)
            SELECT gen_random_uuid(), '%s', 'lines', '', '%s', 'x', '{}', false, true, now(), 'READY', now() + interval '1 hour'
            FROM generate_series(1, 10)""".formatted(project, name));

        var refused = ask("");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(429);
        assertThat((String) refused.path("code")).isEqualTo("EXPORTS_TOO_MANY");
    }

    private Response ask(String filter) {
        return manager.post(EXPORTS, Map.of("project", project, "list", "lines", "filter", filter));
    }

    private Response ready(Response asked) {
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        return ready((String) asked.path("id"));
    }

    private Response ready(String id) {
        return await().until(() -> manager.get(EXPORTS + "/" + id), export -> "READY".equals(export.path("state")));
    }

    /// As a process leaves it that dies while it writes.
    private String left(int attempts) throws SQLException {
        var id = UUID.randomUUID();
        run("""
            WITH task AS (
                INSERT INTO export_task (id, project, list, filter, asked_by, asked_as, roles, own_only, english, asked_at, state, attempts, due_at)
                VALUES ('%s', '%s', 'lines', '', '%s', 'x', '{site-manager}', false, true, now(), 'RUNNING', %d, now()) RETURNING id)
            INSERT INTO export_piece SELECT id, 0, 'half' FROM task""".formatted(id, project, name, attempts));
        return id.toString();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// By the directory at its end, as spreadsheets read it.
    private String sheet(byte[] workbook) throws IOException {
        var file = Files.write(directory.resolve(UUID.randomUUID() + ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
