package org.anchang.inventory.sale.permit;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class BuildingResourceTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-1 a building is of one of seven types; who edits an older version than there is is told")
    void types() {
        var office = AnOffice.with(1);
        var path = "/api/v1/buildings/" + office.buildings().getFirst();
        var before = done(office.liNa.get(path));
        assertThat(before.asString()).doesNotContain("buildingType");

        var tag = before.header("ETag");
        for (var type : BuildingResource.BuildingType.values()) {
            var edited = done(edit(office.administrator, path, tag, Map.of("name", "3栋", "buildingType", type)));
            assertThat((String) edited.path("buildingType")).isEqualTo(type.name());
            assertThat(edited.header("ETag")).isNotEqualTo(tag);
            tag = edited.header("ETag");
        }

        var body = Map.of("name", "3栋", "buildingType", "DETACHED");
        assertThat(edit(office.administrator, path, before.header("ETag"), body).statusCode())
                .isEqualTo(412);
        assertThat(office.administrator
                        .request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .put(path)
                        .statusCode())
                .isEqualTo(428);
        assertThat(edit(office.administrator, path, tag, Map.of("name", "3栋", "buildingType", "TENT"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(edit(office.siteManager, path, tag, body).statusCode()).isEqualTo(403);
        assertThat(AnOffice.empty().liNa.get(path).statusCode()).isEqualTo(404);
        assertThat((String) office.liNa.get(path).path("buildingType")).isEqualTo("TERRACED");
    }

    @Test
    @DisplayName("INV-1 the units of a building that gets another name are called by it, and remember the old one")
    void renamed() {
        var office = AnOffice.selling(2);
        done(office.importing(AnOffice.priceList(1).replace("3栋", "5栋")));
        var building = office.buildings().getFirst();
        var path = "/api/v1/buildings/" + building;
        var tag = done(office.liNa.get(path)).header("ETag");

        assertRefused(InventoryRefusal.BUILDING_EXISTS, edit(office.administrator, path, tag, Map.of("name", "5栋")));
        done(edit(office.administrator, path, tag, Map.of("name", "7号楼")));

        var units = office.siteManager.get("/api/v1/units?building=" + building);
        assertThat(units.jsonPath().getList("items.label", String.class)).containsExactly("7号楼-1单元-101", "7号楼-1单元-102");
        var unit = units.jsonPath().getString("items[0].id");
        var line = office.siteManager.get("/api/v1/units/" + unit + "/history").jsonPath();
        assertThat(line.getString("items[-1].what")).isEqualTo("BUILDING_RENAMED");
        assertThat(line.getString("items[-1].reason")).isEqualTo("3栋 > 7号楼");
        assertThat(line.getString("items[-1].person")).isEqualTo("admin.office");
        assertThat(office.buildings()).hasSize(2);
    }

    @Test
    @DisplayName("INV-17 a building is the same however its name is written, and one whose name nobody sees is none")
    void oneName() {
        var office = AnOffice.with(1);
        var path = "/api/v1/buildings/" + office.buildings().getFirst();
        var tag = done(office.liNa.get(path)).header("ETag");

        for (var name : List.of("３栋", "3 栋", "3\u00A0栋", "\u200B3栋", "3栋\uFEFF", "3栋\n")) {
            assertRefused(
                    InventoryRefusal.BUILDING_EXISTS,
                    office.administrator.post("/api/v1/buildings", Map.of("project", office.project, "name", name)));
        }
        for (var name : List.of("\u200B", "\u00A0", "\uFEFF", "\u3164", "\n")) {
            assertThat(office.administrator
                            .post("/api/v1/buildings", Map.of("project", office.project, "name", name))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat((String) done(edit(office.administrator, path, tag, Map.of("name", "３栋"))).path("name"))
                .as("its own name may be written otherwise")
                .isEqualTo("３栋");
    }

    @Test
    @DisplayName("INV-1 SEC-2 a building is put up before there is a price list; one of a single row puts a shop in it")
    void putUp() throws SQLException {
        var office = AnOffice.empty();
        var body = Map.of("project", office.project, "name", " 商业街 ", "buildingType", "TERRACED");

        var first = done(office.siteManager.post("/api/v1/buildings", body, "street"));
        var again = done(office.siteManager.post("/api/v1/buildings", body, "street"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat((String) first.path("name")).isEqualTo("商业街");
        assertThat((int) first.path("units")).isZero();
        assertThat((List<?>) first.path("missingCertificates")).hasSize(5);
        assertRefused(InventoryRefusal.BUILDING_EXISTS, office.administrator.post("/api/v1/buildings", body));
        assertThat(office.liNa.post("/api/v1/buildings", body).statusCode()).isEqualTo(403);
        assertThat(AnOffice.empty().siteManager.post("/api/v1/buildings", body).statusCode())
                .isEqualTo(404);
        for (var name : List.of("", " \u3000", "x".repeat(51))) {
            assertThat(office.siteManager
                            .post("/api/v1/buildings", Map.of("project", office.project, "name", name))
                            .statusCode())
                    .isEqualTo(422);
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT string_agg(actor || ' ' || action, ',') FROM audit WHERE relation = 'building' AND row_id = ?")) {
            statement.setString(1, first.path("id"));
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("chen.jing INSERT");
            }
        }

        done(office.importing("楼栋,单元,楼层,房号,建筑面积,预售单价,物业类型\n商业街,,1,S1,60.00,30000.00,商铺\n"));

        var list =
                office.liNa.get("/api/v1/buildings?project=" + office.project).jsonPath();
        assertThat(list.getList("items.id", String.class)).containsExactly(first.<String>path("id"));
        assertThat(list.getString("items[0].buildingType")).isEqualTo("TERRACED");
        assertThat(list.getInt("items[0].units")).isEqualTo(1);
    }

    @Test
    @DisplayName("INV-6 the list of buildings shows each one's certificates and which of the five are missing today")
    void certificates() {
        var office = AnOffice.with(1);
        done(office.importing(AnOffice.priceList(1).replace("3栋", "5栋")));
        var buildings = office.buildings();
        office.certify(
                buildings.getFirst(),
                org.anchang.events.InventoryEvent.Certificate.LAND_USE,
                Map.of("validFrom", "2020-01-01", "validUntil", "2020-12-31"));
        office.certify(
                buildings.getFirst(),
                org.anchang.events.InventoryEvent.Certificate.CONSTRUCTION,
                Map.of("validFrom", "2020-01-01"));

        var list =
                office.liNa.get("/api/v1/buildings?project=" + office.project).jsonPath();
        assertThat(list.getList("items[0].certificates")).hasSize(2);
        assertThat(list.getList("items[0].missingCertificates", String.class))
                .containsExactly("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "PRE_SALE");
        assertThat(list.getList("items[1].missingCertificates")).hasSize(5);
        assertThat(list.getList("items.units", Integer.class)).isEqualTo(List.of(1, 1));
        var first = office.liNa.get("/api/v1/buildings?limit=1&project=" + office.project);
        var second = office.liNa.get(
                "/api/v1/buildings?limit=1&project=" + office.project + "&cursor=" + first.path("next"));
        assertThat((String) first.path("items[0].id")).isEqualTo(list.getString("items[0].id"));
        assertThat((List<?>) first.path("items[0].certificates")).hasSize(2);
        assertThat((String) second.path("items[0].id")).isEqualTo(list.getString("items[1].id"));
        assertThat((String) second.path("next")).isNull();
    }

    private static Response edit(Ask person, String path, String tag, Map<String, ?> body) {
        return person.request()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }
}
