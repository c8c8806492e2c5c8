package org.anchang.inventory.catalogue;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anchang.events.ProductType;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class UnitResourceTest {
    private static final String LIST = """
            项目,楼栋,单元,楼层,房号,建筑面积,预售单价,物业类型,户型,景观
            松风,3栋,1单元,1,01,110.00,10000.00,住宅,三室两厅,湖景
            松风,3栋,1单元,2,01,90.00,10000.00,公寓,一室一厅,湖景
            松风,3栋,1单元,3A,01,120.00,12000.00,住宅,三室两厅
            松风,3栋,底商,1,S1,60.00,30000.00,商铺,
            松风,车库,1,地下一层,P1,12.00,8000.00,车位,
            松风,车库,1,地下二层,C1,6.00,5000.00,储藏室,
            松风,3栋,1单元,1,02,20.00,3000.00,其他,
            """;

    @Inject
    DataSource database;

    private static AnOffice office() {
        var office = AnOffice.empty();
        done(office.importing(LIST));
        return office.certified().released();
    }

    @Test
    @DisplayName("INV-1 units of all types are found by type, layout, view, floor, list total and area, ends included")
    void filters() {
        var office = office();

        for (var type : ProductType.values()) {
            assertThat(found(office, "productType=" + type)).isNotEmpty();
        }
        assertThat(found(office, "productType=PARKING")).containsExactly("车库-1-地下一层P1");
        assertThat(found(office, "layout=三室两厅")).containsExactly("3栋-1单元-101", "3栋-1单元-3A01");
        assertThat(found(office, "layout=三室两厅&floor=3A")).containsExactly("3栋-1单元-3A01");
        assertThat(found(office, "view=湖景")).containsExactly("3栋-1单元-101", "3栋-1单元-201");
        assertThat(found(office, "view=湖景&floor=2")).containsExactly("3栋-1单元-201");
        assertThat(found(office, "totalFrom=900000&totalTo=1100000")).containsExactly("3栋-1单元-101", "3栋-1单元-201");
        assertThat(found(office, "areaFrom=110.00&areaTo=119.99")).containsExactly("3栋-1单元-101");
        assertThat(found(office, "areaFrom=500")).isEmpty();
        assertThat(office.liNa
                        .get("/api/v1/units?totalFrom=1.234&project=" + office.project)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "INV-1 INV-7 the table has floors that are no numbers in their place, and rooms in the order of their numbers")
    void tableInOrder() {
        var office = AnOffice.empty();
        var list = new StringBuilder("项目,楼栋,单元,楼层,房号,建筑面积,预售单价\n");
        for (var place :
                List.of("地下二层,B10", "3,01", "3A,01", "3跃,01", "地下一层,B2", "地下二层,B2", "10,01", "3,01跃", "3,02")) {
            list.append("松风,1栋,1单元,").append(place).append(",90.00,10000.00\n");
        }
        done(office.importing(list.toString()));

        var floors =
                done(office.liNa.get("/api/v1/sales-control/" + office.project)).jsonPath();

        assertThat(floors.getList("buildings[0].floors.floor", String.class))
                .containsExactly("10", "3跃", "3A", "3", "地下一层", "地下二层");
        assertThat(floors.getList("buildings[0].floors[3].units.room", String.class))
                .containsExactly("01", "01跃", "02");
        assertThat(floors.getList("buildings[0].floors[5].units.room", String.class))
                .containsExactly("B2", "B10");
    }

    @Test
    @DisplayName(
            "INV-1 the administrator corrects layout, view and type of a unit, with the reason, which its history keeps")
    void corrected() {
        var office = office();
        var unit = office.units().getFirst();
        var path = "/api/v1/units/" + unit + "/corrections";
        var body = Map.of("layout", "四室两厅", "view", "街景", "productType", "SMALL_APARTMENT", "reason", "图纸有误");
        assertThat(office.siteManager.post(path, body).statusCode()).isEqualTo(403);

        var shown = done(office.administrator.post(path, body));

        assertThat((String) shown.path("layout")).isEqualTo("四室两厅");
        assertThat((String) shown.path("view")).isEqualTo("街景");
        assertThat((String) shown.path("productType")).isEqualTo("SMALL_APARTMENT");
        assertThat((String) shown.path("listTotal")).isEqualTo("1100000.00");
        var line = office.siteManager.get("/api/v1/units/" + unit + "/history").jsonPath();
        assertThat(line.getString("items[-1].what")).isEqualTo("CORRECTED");
        assertThat(line.getString("items[-1].reason"))
                .isEqualTo("三室两厅 > 四室两厅, 湖景 > 街景, RESIDENCE > SMALL_APARTMENT: 图纸有误");
        assertRefused(InventoryRefusal.CORRECTION_CHANGES_NOTHING, office.administrator.post(path, body));
        assertThat(office.administrator.post(path, Map.of("layout", "x")).statusCode())
                .isEqualTo(422);
        assertThat(office.liNa.get("/api/v1/sales-control/" + office.project).asString())
                .contains("四室两厅");
    }

    @Test
    @DisplayName("INV-9 nobody corrects layout or type of a sold home: they are what was bought")
    void soldIsNotCorrected() throws SQLException {
        var office = office();
        var unit = office.units().getFirst();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE unit SET state = 'HELD' WHERE id = '" + unit + "'");
            statement.execute("UPDATE unit SET state = 'SUBSCRIBED' WHERE id = '" + unit + "'");
        }
        var path = "/api/v1/units/" + unit + "/corrections";

        for (var change : List.of(Map.of("layout", "四室两厅"), Map.of("productType", "SMALL_APARTMENT"))) {
            var body = new HashMap<String, Object>(change);
            body.put("reason", "图纸有误");
            assertRefused(InventoryRefusal.UNIT_IS_SOLD, office.administrator.post(path, body));
        }
        assertThat((String) done(office.administrator.post(path, Map.of("view", "街景", "reason", "x")))
                        .path("view"))
                .isEqualTo("街景");
    }

    @Test
    @DisplayName(
            "INV-11 a home that something is attached to stays a home, and what is attached can be; so says the database too")
    void correctedWithAttached() {
        var office = office();
        var home = office.units().get(0);
        var parking = office.units().get(4);
        done(office.siteManager.post(
                "/api/v1/units/" + home + "/attached-units", Map.of("unit", parking, "pricedApart", true)));

        for (var unit : List.of(home, parking)) {
            assertRefused(
                    InventoryRefusal.CANNOT_BE_ATTACHED,
                    office.administrator.post(
                            "/api/v1/units/" + unit + "/corrections", Map.of("productType", "SHOP", "reason", "x")));
            assertThatThrownBy(() -> {
                        try (var connection = database.getConnection();
                                var statement = connection.createStatement()) {
                            statement.execute("UPDATE unit SET product_type = 'SHOP' WHERE id = '" + unit + "'");
                        }
                    })
                    .hasMessageMatching("(?s).*(INV-11|unit_attached_kind).*");
        }
        done(office.administrator.post(
                "/api/v1/units/" + parking + "/corrections", Map.of("productType", "STORAGE", "reason", "x")));
    }

    @Test
    @DisplayName(
            "SEC-2 the history of a unit says who did what: prices before and after, whose holds, releases, withholdings")
    void history() {
        var office = office();
        var unit = office.units().getFirst();
        done(office.importing(LIST.replace("110.00,10000.00", "110.00,11000.00")));
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "样板间")));
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings/end"));
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");

        var lines = history(office.siteManager.get("/api/v1/units/" + unit + "/history?limit=200"));
        assertThat(lines)
                .extracting(line -> line.get("what"))
                .containsExactly("LISTED", "RELEASE", "PRICE_CHANGED", "WITHHOLD", "OFFER_AGAIN", "HOLD");
        assertThat(lines.get(1)).containsEntry("person", "chen.jing").containsEntry("reason", "PRE_SALE-1");
        assertThat(lines.get(2))
                .containsEntry(
                        "price",
                        Map.of(
                                "version", 2,
                                "before", Map.of("unitPrice", "10000.00", "total", "1100000.00"),
                                "after", Map.of("unitPrice", "11000.00", "total", "1210000.00")));
        assertThat(lines.get(3)).containsEntry("reason", "样板间");
        assertThat(lines.get(5).get("hold").toString()).contains(hold, "li.na");

        assertThat(office.finance
                        .get("/api/v1/units/" + unit + "/history?limit=200")
                        .asString())
                .contains("WITHHOLD")
                .doesNotContain("样板间");
        var paged = new ArrayList<Object>();
        String cursor = "";
        do {
            var page = done(office.siteManager.get("/api/v1/units/" + unit + "/history?limit=2" + cursor));
            assertThat(history(page)).hasSizeLessThanOrEqualTo(2);
            history(page).forEach(line -> paged.add(line.get("what")));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(lines.stream().map(line -> line.get("what")).toList());
    }

    @Test
    @DisplayName("SEC-1 of a unit's history a consultant sees what is own, and how the unit itself changed")
    void historyOfConsultants() {
        var office = office();
        var unit = office.units().getFirst();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
        var zhaoMin = office.consultant("zhao.min");
        done(zhaoMin.post("/api/v1/waiting-places", holdOf(unit)));
        done(office.siteManager.post("/api/v1/holds/" + hold + "/release", Map.of("reason", "经理收回")));
        String again = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
        done(office.liNa.post("/api/v1/holds/" + again + "/release", Map.of("reason", "换一套")));
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "样板间")));

        var own = office.liNa.get("/api/v1/units/" + unit + "/history");
        assertThat(history(own))
                .extracting(line -> line.get("what"))
                .as("who gives back does not read who waits")
                .containsExactly("LISTED", "HOLD", "LET_GO", "HOLD", "LET_GO");
        assertThat(history(zhaoMin.get("/api/v1/units/" + unit + "/history")))
                .extracting(line -> line.get("what"))
                .containsExactly("LISTED", "LINE_JOINED", "NEXT_IN_LINE_TOLD", "NEXT_IN_LINE_TOLD");
        assertThat(history(office.siteManager.get("/api/v1/units/" + unit + "/history")))
                .filteredOn(line -> line.get("what").equals("NEXT_IN_LINE_TOLD"))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line).containsEntry("person", "zhao.min").doesNotContainKey("reason"));
        assertThat(history(own).get(0)).doesNotContainKey("person");
        assertThat(history(own).get(2)).containsEntry("person", "chen.jing").containsEntry("reason", "经理收回");
        var others = office.consultant("wang.lei").get("/api/v1/units/" + unit + "/history");
        assertThat(history(others)).extracting(line -> line.get("what")).containsExactly("LISTED");
        assertThat(AnOffice.empty()
                        .liNa
                        .get("/api/v1/units/" + unit + "/history")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.liNa
                        .get("/api/v1/units/" + unit + "/history?cursor=eA")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("INV-17 units are found however floor, layout and view are written")
    void foundHoweverWritten() {
        var office = AnOffice.empty();
        done(office.importing("楼栋,单元,楼层,房号,建筑面积,预售单价,户型,景观\n"
                + "3栋,1单元,01,01,100,10000,３室 2厅,湖景\n3栋,1单元,2层,201,100,10000,2室1厅,\n"));

        for (var filter : List.of("floor=1", "floor=01", "floor=１层", "layout=3室2厅", "layout=３室2厅 ", "view=湖\u200B景")) {
            assertThat(found(office, filter)).as(filter).containsExactly("3栋-1单元-101");
        }
        assertThat(found(office, "floor=2")).containsExactly("3栋-1单元-201");
    }

    private static List<String> found(AnOffice office, String filter) {
        return done(office.liNa.get("/api/v1/units?" + filter + "&project=" + office.project))
                .jsonPath()
                .getList("items.label", String.class);
    }

    private static List<Map<String, Object>> history(Response answer) {
        return done(answer).jsonPath().getList("items");
    }
}
