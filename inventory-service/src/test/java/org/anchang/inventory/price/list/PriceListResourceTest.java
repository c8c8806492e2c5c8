package org.anchang.inventory.price.list;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitPriceChanged;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PriceListResourceTest {
    private static final String HEADINGS = "楼栋,单元,楼层,房号,建筑面积,预售单价\n";

    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-1 INV-2 416 rows become units of a new building")
    void imports() {
        var office = AnOffice.empty();

        var imported = done(office.importing(AnOffice.priceList(416)));

        assertThat(imported.statusCode()).isEqualTo(201);
        assertThat((int) imported.path("units")).isEqualTo(416);
        assertThat((int) imported.path("buildings")).isEqualTo(1);
        assertThat((int) imported.path("added")).isEqualTo(416);
        assertThat((List<?>) office.administrator
                        .get("/api/v1/units?limit=200&state=CLOSED&project=" + office.project)
                        .path("items"))
                .hasSize(200);
        assertThat((int) office.administrator
                        .get("/api/v1/buildings?project=" + office.project)
                        .path("items[0].units"))
                .isEqualTo(416);
    }

    @Test
    @DisplayName("INV-2 a second import changes prices, with version and author, and tells so")
    void importsAgain() {
        var office = AnOffice.with(4);
        var unit = office.units().get(1);

        var again = done(office.importing(AnOffice.priceList(4).replace("10000.01", "10500.01")));

        assertThat((int) again.path("changed")).isEqualTo(1);
        assertThat((int) again.path("unchanged")).isEqualTo(3);
        var shown = office.administrator.get("/api/v1/units/" + unit);
        assertThat((int) shown.path("priceVersion")).isEqualTo(2);
        assertThat((String) shown.path("unitPrice")).isEqualTo("10500.01");
        assertThat(office.administrator
                        .get("/api/v1/units/" + unit + "/history")
                        .jsonPath()
                        .getList("items.what", String.class))
                .containsExactly("LISTED", "PRICE_CHANGED");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var changed = heard.await(UUID.fromString(unit), UnitPriceChanged.class);
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.by()).isEqualTo("admin.office");
            assertThat(changed.unitPrice()).isEqualTo(new BigDecimal("10500.01"));
        }
    }

    @Test
    @DisplayName("INV-2 one bad row, and nothing is imported")
    void allOrNothing() {
        var office = AnOffice.empty();

        var refused = office.importing(AnOffice.priceList(8).replace("10000.03", "面议"));

        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, refused);
        assertThat((int) refused.path("rows[0].line")).isEqualTo(5);
        assertThat((String) refused.path("rows[0].column")).isEqualTo("预售单价");
        assertThat((String) refused.path("rows[0].value")).isEqualTo("面议");
        assertThat((String) refused.path("rows[0].reason")).isEqualTo("NOT_A_NUMBER");
        assertThat((String) refused.path("rows[0].reasonWords")).isEqualTo("is not a number");
        assertThat(office.units()).isEmpty();
        assertThat(office.buildings()).isEmpty();
    }

    @Test
    @DisplayName("INV-2 a list in GBK is read as well")
    void gbk() {
        var office = AnOffice.empty();

        done(office.importing(AnOffice.priceList(1).getBytes(Charset.forName("GBK"))));

        assertThat((String) office.administrator
                        .get("/api/v1/units/" + office.units().getFirst())
                        .path("building"))
                .isEqualTo("3栋");
    }

    @Test
    @DisplayName("INV-17 a list that writes the same homes otherwise finds them, as if it were imported again")
    void anotherWriting() {
        var office = AnOffice.empty();
        done(office.importing(HEADINGS + "3栋,1单元,1,01,100,10000\n3栋,1单元,1,02,100,10000\n3栋,1单元,12,03,100,10000\n"));
        var units = office.units();
        var buildings = office.buildings();

        var again = done(
                office.importing(
                        HEADINGS
                                + "３栋\u200B,１单元,01,101,100,10500\n3\u00A0栋,1 单元,1层,2,100,10000\n\uFEFF3栋,1单元\u3164,12,1203室,100,10000\n"));

        assertThat((int) again.path("added")).isZero();
        assertThat((int) again.path("changed")).isEqualTo(1);
        assertThat((int) again.path("unchanged")).isEqualTo(2);
        assertThat(office.units()).isEqualTo(units);
        assertThat(office.buildings()).isEqualTo(buildings);
        assertThat((String) office.administrator
                        .get("/api/v1/units/" + units.getFirst())
                        .path("label"))
                .isEqualTo("3栋-1单元-101");
        done(office.importing(HEADINGS + "3 栋,2单元,1,1,100,10000\n"));
        assertThat((String) office.administrator
                        .get("/api/v1/units/" + office.units().getLast())
                        .path("label"))
                .as("a new one is called by the name of its building")
                .isEqualTo("3栋-2单元-101");
    }

    @Test
    @DisplayName(
            "INV-17 two rows of one list that are the same home, or would be called alike, are refused with both lines")
    void sameHomeTwice() {
        var office = AnOffice.empty();

        var refused = office.importing(HEADINGS
                + "3栋,1单元,1,01,100,10000\n3栋,1单元,1,02,100,10000\n３栋,1单元,01,101,100,10000\n"
                + "3栋,1单元,12,03,100,10000\n3栋,1单元,1,203,100,10000\n");

        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, refused);
        assertThat(refused.<List<Integer>>path("rows.line")).containsExactly(4, 6);
        assertThat(refused.<List<Integer>>path("rows.other")).containsExactly(2, 5);
        assertThat(refused.<List<String>>path("rows.reason")).containsOnly("ROOM_TWICE");
        assertThat(refused.<String>path("rows[0].reasonWords")).contains("line 2");
        assertThat(office.units()).isEmpty();
    }

    @Test
    @DisplayName("INV-17 a home that would be called as another one of the project is refused")
    void labelTaken() {
        var office = AnOffice.empty();
        done(office.importing(HEADINGS + "3栋,1单元,12,03,100,10000\n"));

        var refused = office.importing(HEADINGS + "3栋,1单元,1,203,100,10000\n");

        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, refused);
        assertThat((String) refused.path("rows[0].reason")).isEqualTo("LABEL_TAKEN");
        assertThat((String) refused.path("rows[0].value")).isEqualTo("3栋-1单元-1203");
    }

    @Test
    @DisplayName("INV-17 a building, floor or room in which one sees nothing is missing")
    void unseenCells() {
        var office = AnOffice.empty();

        var refused = office.importing(
                HEADINGS + "\u200B,1单元,1,01,100,10000\n3栋,1单元,\u00A0,01,100,10000\n3栋,1单元,1,\u3164,100,10000\n");

        assertRefused(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS, refused);
        assertThat(refused.<List<String>>path("rows.column")).containsExactly("楼栋", "楼层", "房号");
        assertThat(refused.<List<String>>path("rows.reason")).containsOnly("MISSING");
    }

    @Test
    @DisplayName("INV-17 the database itself keeps one door and one label to one home, and one name to one building")
    void guardedByTheDatabase() throws SQLException {
        var office = AnOffice.with(2);
        var copy = """
                INSERT INTO unit (id, project, building, section, floor, room, door, label, product_type, price_version, version)
                SELECT gen_random_uuid(), project, building, section, floor, room, %s, %s, product_type, 1, 0 FROM unit
                WHERE id = '%s'""";
        var unit = office.units().getFirst();

        assertTaken(copy.formatted("door", "label || 'x'", unit), "unit_building_door_key");
        assertTaken(copy.formatted("door || 'x'", "'３ 栋-' || substr(label, 4)", unit), "unit_label");
        assertTaken(
                "INSERT INTO building (id, project, name) VALUES (gen_random_uuid(), '%s', E'３栋\\u200B')"
                        .formatted(office.project),
                "building_name");
    }

    private void assertTaken(String sql, String constraint) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(constraint);
        }
    }

    @Test
    @DisplayName("SEC-1 consultants import nothing, and nobody into another's project")
    void strangers() {
        var office = AnOffice.empty();
        var other = AnOffice.empty();
        var path = "/api/v1/price-lists?project=" + office.project;

        assertThat(office.liNa
                        .request()
                        .header("Idempotency-Key", "1")
                        .contentType("text/csv")
                        .body(AnOffice.priceList(1))
                        .post(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.siteManager
                        .request()
                        .header("Idempotency-Key", "1")
                        .contentType("text/csv")
                        .body(AnOffice.priceList(1))
                        .post(path)
                        .statusCode())
                .isEqualTo(404);
    }
}
