package org.anchang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.anchang.office.OfficePlan;
import org.anchang.office.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Against a real inventory-service behind the gateway.
class RehearseTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String ADMINISTRATOR = "admin.office";
    private static final String SITE_MANAGER = "chen.jing";

    private static Office running;
    private static SalesOffice office;
    private static String release;

    @BeforeAll
    static void open() {
        var plan = OfficePlan.forTests(ROOT, Path.of("target/office")).withServices(Set.of(Application.INVENTORY));
        running = Office.start(plan, true, Progress.SILENT);
        office = new SalesOffice(running.gateway(), running.issuer(), "anchang");
        office.post(ADMINISTRATOR, "/projects", Map.of("code", "songfeng", "name", "松风", "region", "LY"));
        var list = new StringBuilder("楼栋,单元,楼层,房号,建筑面积,预售单价\n");
        for (int i = 0; i < 40; i++) {
            list.append(
                    "%d栋,1单元,%d,%02d,11%d.53,10000.%02d\n".formatted(i / 20 + 1, i % 20 / 4 + 1, i % 4 + 1, i % 4, i));
        }
        office.post(ADMINISTRATOR, "/price-lists?project=songfeng", "text/csv; charset=UTF-8", list.toString());
        for (var building :
                office.get(ADMINISTRATOR, "/buildings?project=songfeng").json().path("items")) {
            for (var certificate : List.of("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "CONSTRUCTION", "PRE_SALE")) {
                office.post(
                        ADMINISTRATOR,
                        "/buildings/" + building.path("id").asText() + "/certificates",
                        Map.of("certificate", certificate, "number", "1", "validFrom", "2020-01-01"));
            }
        }
        var units = office.all(ADMINISTRATOR, "/units?project=songfeng").stream()
                .map(unit -> unit.path("id").asText())
                .limit(30)
                .toList();
        release = office.post(SITE_MANAGER, "/releases", Map.of("project", "songfeng", "units", units, "permit", "1"))
                .path("id")
                .asText();
    }

    @AfterAll
    static void close() {
        office.close();
        running.close();
    }

    @Test
    @DisplayName("INV-8 a rehearsal says what to expect, and leaves no trace in the real project")
    void rehearsal() throws SQLException {
        var table = office.get(SITE_MANAGER, "/sales-control/songfeng");
        var rows = rowsOf("songfeng");

        var said = new ArrayList<String>();
        var held = rehearse(said, "--release", release, "--limit-p50", "60000", "--limit-p99", "60000");

        assertThat(held).as(said.toString()).isTrue();
        assertThat(said).anyMatch(line -> line.matches("claims +120 in .*"));
        assertThat(said).anyMatch(line -> line.matches("failed +0, unanswered 0"));
        assertThat(said).anyMatch(line -> line.startsWith("songfeng is as it was"));
        assertThat(said).anyMatch(line -> line.startsWith("held    INV-7 every screen shows every change: 0 missing"));
        assertThat(rowsOf("songfeng")).isEqualTo(rows);
        var after = office.get(SITE_MANAGER, "/sales-control/songfeng");
        assertThat(after.tag()).isEqualTo(table.tag());
        assertThat(after.json().path("totals")).isEqualTo(table.json().path("totals"));
        // The 30 units of the release were copied, and none is on sale any more.
        var copies = office.all(SITE_MANAGER, "/units?project=rehearsal").stream()
                .filter(unit -> unit.path("state").asText().equals("WITHHELD"))
                .toList();
        assertThat(copies.size()).isPositive().matches(size -> size % 30 == 0);
        assertThat(copies).hasSameSizeAs(office.all(SITE_MANAGER, "/units?project=rehearsal"));
        assertThat(number("SELECT count(*) FROM hold WHERE project = 'rehearsal' AND ended_at IS NULL"))
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
    }

    @Test
    @DisplayName("INV-8 only an administrator rehearses, and never in a real project")
    void administratorsOnly() throws SQLException {
        var rows = rowsOf("songfeng");

        assertThatThrownBy(() -> rehearse(new ArrayList<>(), "--administrator", "li.na"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403");
        office.post(ADMINISTRATOR, "/projects", Map.of("code", "yunshan", "name", "云山", "region", "LY"));
        assertThatThrownBy(() -> rehearse(new ArrayList<>(), "--copy", "yunshan"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("yunshan is a real one");

        assertThat(rowsOf("songfeng")).isEqualTo(rows);
        assertThat(number("SELECT count(*) FROM building WHERE project = 'yunshan'"))
                .isZero();
    }

    private static boolean rehearse(List<String> said, String... more) {
        var usual = Stream.of(
                "--project",
                "songfeng",
                "--buyers",
                "40",
                "--tries",
                "3",
                "--minutes",
                "0.05",
                "--warm-up",
                "1",
                "--screens",
                "3",
                "--limit-p999",
                "60000",
                "--limit-push",
                "60000",
                "--limit-p50",
                "60000");
        var options = RehearsalOptions.of(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
        return new Rehearse(office, options, said::add).rehearse();
    }

    /// How much the database knows about a project.
    private static List<Long> rowsOf(String project) throws SQLException {
        var counts = new ArrayList<Long>();
        for (var table : List.of("unit", "building", "unit_history", "hold", "release", "price_list", "outbox")) {
            counts.add(number("SELECT count(*) FROM " + table + " WHERE project = '" + project + "'"));
        }
        counts.add(number("SELECT sum(version) FROM unit WHERE project = '" + project + "'"));
        return counts;
    }

    private static long number(String question) throws SQLException {
        try (var connection = running.postgres().connect("inventory");
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
