package org.anchang.inventory.board;

import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PastTableResourceTest {
    /// What was on the screens at a moment.
    private record Picture(String at, Map<String, ?> manager, Map<String, ?> consultant) {}

    @Inject
    DataSource database;

    @Test
    @DisplayName("AOF-1 the table read as of a moment is the one that was on the screens then, for whoever looks")
    void randomHistory() throws SQLException {
        var office = AnOffice.selling(6);
        var units = office.units();
        var random = new Random(11);
        var holds = new HashMap<String, String>();
        var pictures = new ArrayList<Picture>();
        for (int step = 0; step < 14; step++) {
            var unit = units.get(random.nextInt(units.size()));
            if (holds.containsKey(unit)) {
                done(office.liNa.post("/api/v1/holds/" + holds.remove(unit) + "/release", Map.of("reason", "改日再来")));
            } else if (random.nextInt(3) == 0) {
                done(office.administrator.post(
                        "/api/v1/units/" + unit + "/corrections", Map.of("layout", "户型" + step, "reason", "test")));
            } else if (step == 6) {
                done(office.importing(AnOffice.priceList(7).replace("10000.05", "13000.05")));
            } else if (holds.size() < 3 && office.state(unit).equals("AVAILABLE")) {
                if (step % 5 == 4) {
                    done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "test")));
                } else {
                    holds.put(
                            unit,
                            done(office.liNa.post("/api/v1/holds", holdOf(unit)))
                                    .path("id"));
                }
            }
            pictures.add(new Picture(
                    now(), shown(table(office, office.siteManager, "")), shown(table(office, office.liNa, ""))));
        }

        assertThat(pictures.stream().map(Picture::manager).distinct().count()).isGreaterThan(5);
        for (var picture : pictures) {
            var at = "?at=" + picture.at();
            assertThat(shown(table(office, office.siteManager, at))).isEqualTo(picture.manager());
            assertThat(shown(table(office, office.liNa, at))).isEqualTo(picture.consultant());
        }
        differencesLeadFromOneToTheOther(office, pictures.get(3), pictures.getLast());
    }

    /// Each unit that is not the same on two pictures is among the differences, and no other.
    private static void differencesLeadFromOneToTheOther(AnOffice office, Picture from, Picture to) {
        var found = done(office.siteManager.get("/api/v1/sales-control/" + office.project + "/differences?from="
                        + from.at() + "&to=" + to.at()))
                .jsonPath();
        var before = units(from.manager());
        var after = units(to.manager());
        var different = after.keySet().stream()
                .filter(unit -> !after.get(unit).equals(before.get(unit)))
                .sorted()
                .toList();
        assertThat(different).isNotEmpty();
        assertThat(found.getList("items.unit", String.class)).containsAll(different);
        for (Map<String, ?> difference : found.<Map<String, ?>>getList("items")) {
            var unit = (String) difference.get("unit");
            assertThat(((Map<?, ?>) difference.get("after")).get("state"))
                    .isEqualTo(after.get(unit).get("state"));
            if (before.containsKey(unit)) {
                assertThat(((Map<?, ?>) difference.get("before")).get("state"))
                        .isEqualTo(before.get(unit).get("state"));
            }
            assertThat((List<?>) difference.get("moves")).isNotEmpty();
        }
    }

    @Test
    @DisplayName("AOF-1 INV-16 a consultant is told of own holds alone; a withheld home was not for sale then either")
    void ownOnly() throws SQLException {
        var office = AnOffice.selling(3);
        var units = office.units();
        var from = now();
        done(office.consultant("wang.lei").post("/api/v1/holds", holdOf(units.get(0))));
        done(office.siteManager.post("/api/v1/units/" + units.get(1) + "/withholdings", Map.of("reason", "test")));
        var to = now();
        var path = "/api/v1/sales-control/" + office.project + "/differences?from=" + from + "&to=" + to;

        var manager = done(office.siteManager.get(path)).jsonPath();
        var liNa = done(office.liNa.get(path)).jsonPath();

        assertThat(manager.getList("items.after.holder")).contains("wang.lei");
        assertThat(manager.getList("items.after.state")).contains("WITHHELD");
        assertThat(liNa.getList("items.after.state")).doesNotContain("WITHHELD").contains("HELD", "CLOSED");
        assertThat(liNa.getList("items.after.holder")).doesNotContain("wang.lei");
        assertThat(liNa.getString("items.moves.person"))
                .doesNotContain("wang.lei")
                .doesNotContain("chen.jing");
    }

    @Test
    @DisplayName("AOF-1 a moment that has not been, one before the project and two in the wrong order are refused")
    void outOfRange() throws SQLException {
        var office = AnOffice.with(1);
        var later = Instant.now().plusSeconds(3600).toString();

        assertThat((String) table(office, office.siteManager, "?at=" + later).path("code"))
                .isEqualTo("MOMENT_IS_NOT_PAST");
        assertThat((String) table(office, office.siteManager, "?at=2020-01-01T02:05:00Z")
                        .path("code"))
                .isEqualTo("MOMENT_BEFORE_THE_BEGINNING");
        assertThat((String) table(office, office.siteManager, "/differences?from=" + now() + "&to=2026-01-01T00:00:00Z")
                        .path("code"))
                .isEqualTo("MOMENTS_OUT_OF_ORDER");
        assertThat(table(office, AnOffice.empty().siteManager, "?at=" + now()).statusCode())
                .isEqualTo(404);
    }

    private static Response table(AnOffice office, Ask who, String query) {
        return who.get("/api/v1/sales-control/" + office.project + query);
    }

    /// All but the version, which leads to what comes after.
    private static Map<String, ?> shown(Response table) {
        Map<String, Object> shown = new HashMap<>(done(table).jsonPath().getMap("$"));
        shown.remove("version");
        return shown;
    }

    private static Map<String, Map<?, ?>> units(Map<String, ?> table) {
        var units = new HashMap<String, Map<?, ?>>();
        for (var building : (List<?>) table.get("buildings")) {
            for (var floor : (List<?>) ((Map<?, ?>) building).get("floors")) {
                for (var unit : (List<?>) ((Map<?, ?>) floor).get("units")) {
                    units.put((String) ((Map<?, ?>) unit).get("unit"), (Map<?, ?>) unit);
                }
            }
        }
        return units;
    }

    /// By the clock of the database, to which everything was committed that has been answered.
    private String now() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
