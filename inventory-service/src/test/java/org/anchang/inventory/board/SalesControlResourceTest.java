package org.anchang.inventory.board;

import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SalesControlResourceTest {
    @TestHTTPResource
    URI service;

    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-7 the table shows each building as floors, from the top, and units with state, price and layout")
    void table() {
        var office = AnOffice.selling(6);

        var table = done(table(office));

        assertThat((String) table.path("project")).isEqualTo(office.project);
        assertThat((String) table.path("buildings[0].name")).isEqualTo("3栋");
        assertThat(table.jsonPath().getList("buildings[0].floors.floor", String.class))
                .containsExactly("2", "1");
        assertThat(table.jsonPath().getList("buildings[0].floors[1].units.label", String.class))
                .containsExactly("3栋-1单元-101", "3栋-1单元-102", "3栋-1单元-103", "3栋-1单元-104");
        assertThat((String) table.path("buildings[0].floors[1].units[0].state")).isEqualTo("AVAILABLE");
        assertThat((String) table.path("buildings[0].floors[1].units[0].total")).isEqualTo("1105300.00");
        assertThat((int) table.path("totals.states.AVAILABLE")).isEqualTo(6);
    }

    @Test
    @DisplayName("INV-7 whoever has the table as it stands is told so, until something changes")
    void notModified() {
        var office = AnOffice.selling(2);
        var tag = table(office).header("ETag");

        assertThat(table(office, tag).statusCode()).isEqualTo(304);
        done(office.liNa.post("/api/v1/holds", holdOf(office.units().getFirst())));

        assertThat(table(office, tag).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("INV-7 an open screen shows a change")
    void changes() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        try (var screen = screen(office, version(table(office)))) {
            done(office.liNa.post("/api/v1/holds", holdOf(unit)));
            Screens.show(List.of(screen), unit, "HELD");
        }
    }

    @Test
    @DisplayName("INV-7 what happened between reading the table and opening the stream is not missed")
    void catchesUp() {
        var office = AnOffice.selling(3);
        var units = office.units();
        var version = version(table(office));
        done(office.liNa.post("/api/v1/holds", holdOf(units.get(1))));

        try (var screen = screen(office, version)) {
            await().until(() -> "HELD".equals(screen.stateOf(units.get(1))));
            done(office.liNa.post("/api/v1/holds", holdOf(units.get(2))));
            await().until(() -> "HELD".equals(screen.stateOf(units.get(2))));
            assertThat(screen.stateOf(units.get(0))).isNotEqualTo("HELD");

            try (var again = screen(office, screen.lastEvent())) {
                done(office.liNa.post("/api/v1/holds", holdOf(units.get(0))));
                await().until(() -> "HELD".equals(again.stateOf(units.get(0))));
            }
        }
    }

    @Test
    @DisplayName("INV-7 a change that commits after a later one is not missed")
    void slowTransaction() throws SQLException {
        var office = AnOffice.selling(2);
        var slow = office.units().get(0);
        var quick = office.units().get(1);
        try (var connection = database.getConnection();
                var first = screen(office, version(table(office)))) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("UPDATE unit SET layout = '三室' WHERE id = '" + slow + "'");
            done(office.liNa.post("/api/v1/holds", holdOf(quick)));
            await().until(() -> "HELD".equals(first.stateOf(quick)));
            var between = version(table(office));
            connection.commit();

            await().until(() -> "AVAILABLE".equals(first.stateOf(slow)));
            try (var second = screen(office, between)) {
                await().until(() -> "AVAILABLE".equals(second.stateOf(slow)));
            }
        }
    }

    @Test
    @DisplayName(
            "INV-14 INV-16 a withheld unit is not for sale on a consultant's and a wall screen and in the table, never sold")
    void withheld() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var version = version(table(office));
        try (var consultants = screen(office, version);
                var managers = Screens.open(
                        service, office.project, Person.siteManager("chen.jing").in(office.project), version)) {
            done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "样板间")));

            await().until(() -> "WITHHELD".equals(managers.stateOf(unit)));
            await().until(() -> "CLOSED".equals(consultants.stateOf(unit)));
        }
        var wall = Ask.as(Person.withRole("wall", "wall-screen").in(office.project))
                .get("/api/v1/sales-control/" + office.project);
        for (var seen : List.of(table(office), done(wall))) {
            assertThat(seen.asString())
                    .contains("CLOSED")
                    .doesNotContain("WITHHELD")
                    .doesNotContain("\"FILED\":1");
            assertThat(new BigDecimal(seen.jsonPath().getString("totals.soldShare")))
                    .isZero();
        }
        assertThat(office.siteManager
                        .get("/api/v1/sales-control/" + office.project)
                        .asString())
                .contains("WITHHELD");
    }

    @Test
    @DisplayName("SEC-1 the table of a project that one is not bound to is not there")
    void strangers() {
        var office = AnOffice.selling(1);
        var stranger = AnOffice.empty().liNa;

        assertThat(stranger.get("/api/v1/sales-control/" + office.project).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/sales-control/" + office.project + "/changes")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Response table(AnOffice office) {
        return office.liNa.get("/api/v1/sales-control/" + office.project);
    }

    private static Response table(AnOffice office, String tag) {
        return office.liNa.request().header("If-None-Match", tag).get("/api/v1/sales-control/" + office.project);
    }

    private Screens screen(AnOffice office, String since) {
        return Screens.open(service, office.project, Person.consultant("li.na").in(office.project), since);
    }

    private static String version(Response table) {
        return table.jsonPath().getString("version");
    }
}
