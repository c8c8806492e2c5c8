package org.anchang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anchang.client.Person;
import org.anchang.office.Office;
import org.anchang.system.RunningOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// In the office that all of these tests share: the rehearsal is told of by whoever reads inventory's events.
@ExtendWith(RunningOffice.class)
class RehearseTest {
    private static final String PROJECT = "rehearsed";
    private static final String LIVE_HOLDS =
            "SELECT count(*) FROM hold WHERE project = 'rehearsal' AND ended_at IS NULL";

    private static final String LAST_PLANNED =
            "(SELECT id FROM release WHERE project = 'rehearsal' AND opened_by IS NULL ORDER BY id DESC LIMIT 1)";
    private static final String HOLDS_OF_LAST_PLANNED = " FROM hold h JOIN release_unit ru ON ru.unit = h.unit"
            + " JOIN release r ON r.id = ru.release WHERE r.id = " + LAST_PLANNED;

    private static Office running;
    private static org.anchang.client.Office office;
    private static Person admin;
    private static Person siteManager;
    private static String release;

    @BeforeAll
    static void open(Office shared) {
        running = shared;
        office = Rehearse.office(running.gateway(), running.issuer(), "anchang");
        admin = office.person("admin.office");
        siteManager = office.person("chen.jing");
        admin.post("/projects", Map.of("code", PROJECT, "name", "松风", "region", "LY"))
                .done();
        admin.post(
                        "/inventory-settings/" + PROJECT + "/HOLD_LIMIT_PER_CUSTOMER",
                        Map.of("value", "1", "validFrom", "2020-01-01", "reason", "1"))
                .done();
        var list = new StringBuilder("楼栋,单元,楼层,房号,建筑面积,预售单价\n");
        for (int i = 0; i < 40; i++) {
            list.append(
                    "%d栋,1单元,%d,%02d,11%d.53,10000.%02d\n".formatted(i / 20 + 1, i % 20 / 4 + 1, i % 4 + 1, i % 4, i));
        }
        admin.postText("/price-lists?project=" + PROJECT, "text/csv; charset=UTF-8", list.toString())
                .done();
        for (var building : admin.all("/buildings?project=" + PROJECT)) {
            for (var certificate : List.of("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "CONSTRUCTION", "PRE_SALE")) {
                admin.post(
                                "/buildings/" + building.path("id").asText() + "/certificates",
                                Map.of("certificate", certificate, "number", "1", "validFrom", "2020-01-01"))
                        .done();
            }
        }
        var units = admin.all("/units?project=" + PROJECT).stream()
                .map(unit -> unit.path("id").asText())
                .limit(30)
                .toList();
        release = siteManager
                .post("/releases", Map.of("project", PROJECT, "units", units, "permit", "1"))
                .done()
                .id();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @DisplayName("INV-8 a rehearsal says what to expect, and leaves no trace in the real project")
    void rehearsal() throws SQLException {
        var table = siteManager.get("/sales-control/" + PROJECT).done();
        var traces = tracesOf(PROJECT);

        var said = new ArrayList<String>();
        var held = rehearse(
                said, "--release", release, "--limit-p50", "60000", "--limit-p99", "60000", "--consultants", "10");

        assertThat(held).as(said.toString()).isTrue();
        assertThat(said).anyMatch(line -> line.matches("claims +120 in .*"));
        assertThat(said).anyMatch(line -> line.matches("failed +0, unanswered 0"));
        assertThat(said).anyMatch(line -> line.matches("opened +[\\d,]+ ms after its second"));
        assertThat(said).anyMatch(line -> line.startsWith(PROJECT + " is as it was"));
        assertThat(said).anyMatch(line -> line.startsWith("held    INV-7 every screen shows every change: 0 missing"));
        assertThat(tracesOf(PROJECT)).isEqualTo(traces);
        var after = siteManager.get("/sales-control/" + PROJECT).done();
        assertThat(after.tag()).isEqualTo(table.tag());
        try (var afterwards = Rehearse.office(running.gateway(), running.issuer(), "anchang")) {
            assertThatThrownBy(() -> afterwards.token("rehearsal.1")).hasMessageContaining("disabled");
        }
        assertThat(after.json().path("totals")).isEqualTo(table.json().path("totals"));
        // The 30 units of the release were copied, and as many for the warm-up; none is on sale any more.
        var copies = siteManager.all("/units?project=rehearsal").stream()
                .filter(unit -> unit.path("state").asText().equals("WITHHELD"))
                .toList();
        assertThat(copies.size()).isPositive().matches(size -> size % 60 == 0);
        assertThat(copies).hasSameSizeAs(siteManager.all("/units?project=rehearsal"));
        assertThat(number(LIVE_HOLDS)).isZero();
        // It was that of the day: opened at its second, nothing before, by the limits of the project.
        assertThat(said).noneMatch(line -> line.startsWith("HOLD_LIMIT_PER_CONSULTANT"));
        assertThat(number("SELECT max(holds) FROM (SELECT count(*) AS holds" + HOLDS_OF_LAST_PLANNED
                        + " GROUP BY h.consultant) of_consultant"))
                .isBetween(1L, 3L);
        assertThat(text("SELECT units || ' ' || (opened_at >= opens_at) FROM release WHERE id = " + LAST_PLANNED))
                .isEqualTo("30 true");
        assertThat(number("SELECT count(*)" + HOLDS_OF_LAST_PLANNED)).isBetween(9L, 30L);
        assertThat(text("SELECT min(h.held_at) >= min(r.opens_at)" + HOLDS_OF_LAST_PLANNED))
                .isEqualTo("t");
        assertThat(number("SELECT max(holds) FROM (SELECT count(*) AS holds" + HOLDS_OF_LAST_PLANNED
                        + " GROUP BY h.customer) of_customer"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "INV-8 a rehearsal that is broken off in the middle of its load leaves nothing held and nothing on sale")
    void brokenOff(@TempDir Path nowhere) throws Exception {
        var started = number("SELECT count(*) FROM hold WHERE project = 'rehearsal'");
        var command = Stream.concat(
                Stream.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.anchang.rehearsal.Rehearse",
                        nowhere.toString(),
                        "--url",
                        running.gateway().toString(),
                        "--oidc",
                        running.issuer().toString()),
                usual("--release", release, "--warm-up", "0", "--minutes", "5", "--buyers", "2000"));
        var rehearsal =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        try (var said = rehearsal.inputReader()) {
            said.lines()
                    .filter(line -> line.contains("buyers, served by"))
                    .findFirst()
                    .orElseThrow();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> number("SELECT count(*) FROM hold WHERE project = 'rehearsal'") > started + 3);

            rehearsal.destroy();

            assertThat(rehearsal.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            rehearsal.destroyForcibly();
        }
        assertThat(number(LIVE_HOLDS)).isZero();
        assertThat(number("SELECT count(*) FROM unit WHERE project = 'rehearsal' AND state <> 'WITHHELD'"))
                .isZero();
    }

    @Test
    @DisplayName("INV-8 a limit that is missed is told, and makes the rehearsal fail")
    void missed() {
        var said = new ArrayList<String>();

        var held = rehearse(said, "--release", release, "--limit-p99", "0", "--minutes", "0.02");

        assertThat(held).isFalse();
        assertThat(said).anyMatch(line -> line.startsWith("MISSED  99 of 100 claims are answered within 0 ms"));
        assertThat(said).anyMatch(line -> line.startsWith("held    999 of 1,000 claims are answered"));
        assertThat(said).anyMatch(line -> line.startsWith("HOLD_LIMIT_PER_CONSULTANT is 3 and 3 consultants serve 30"));
    }

    @Test
    @DisplayName("INV-8 only an administrator rehearses, and never in a real project")
    void administratorsOnly() throws SQLException {
        var traces = tracesOf(PROJECT);

        assertThatThrownBy(() -> rehearse(new ArrayList<>(), "--administrator", "li.na"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403");
        admin.post("/projects", Map.of("code", "real", "name", "云山", "region", "LY"))
                .done();
        assertThatThrownBy(() -> rehearse(new ArrayList<>(), "--copy", "real"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("real is a real one");

        assertThat(tracesOf(PROJECT)).isEqualTo(traces);
        assertThat(number("SELECT count(*) FROM building WHERE project = 'real'"))
                .isZero();
    }

    private static boolean rehearse(List<String> said, String... more) {
        var accounts = new Accounts(running.issuer(), running.keycloakPassword());
        return new Rehearse(office, accounts, RehearsalOptions.of(usual(more).toArray(String[]::new)), said::add)
                .rehearse();
    }

    /// What is said twice counts as it is said last.
    private static Stream<String> usual(String... more) {
        var usual = Stream.of(
                "--project",
                PROJECT,
                "--buyers",
                "40",
                "--tries",
                "3",
                "--minutes",
                "0.05",
                "--warm-up",
                "0.5",
                "--screens",
                "3",
                "--consultants",
                "li.na,wang.lei,zhao.min",
                "--limit-p999",
                "60000",
                "--limit-push",
                "60000",
                "--limit-p50",
                "60000");
        return Stream.concat(usual, Stream.of(more));
    }

    /// Every row that the database has of a project, in every table that knows one: how many, and a sum over what
    /// stands in them. Of events, which come and go as they are published, the number that were ever written.
    private static Map<String, String> tracesOf(String project) throws SQLException {
        var traces = new TreeMap<String, String>();
        try (var connection = running.postgres().connect("inventory");
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery("""
                    SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                    WHERE c.column_name = 'project' AND t.table_type = 'BASE TABLE' AND c.table_schema = current_schema()""")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (var table : tables) {
                var content = table.equals("outbox") ? "0" : "coalesce(sum(hashtext(t::text)::bigint), 0)";
                try (var found = statement.executeQuery("SELECT count(*) || ' rows, ' || " + content + " FROM " + table
                        + " t WHERE project = '" + project + "'")) {
                    found.next();
                    traces.put(table, found.getString(1));
                }
            }
        }
        assertThat(traces).containsKeys("unit", "hold", "release", "setting", "outbox", "unit_history", "opening_day");
        return traces;
    }

    private static long number(String question) throws SQLException {
        return Long.parseLong(text(question));
    }

    private static String text(String question) throws SQLException {
        try (var connection = running.postgres().connect("inventory");
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
