package org.anchang.inventory.price.list;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
    @Test
    @DisplayName("INV-1 INV-2 416 rows become units of a new building, quickly")
    void imports() {
        AnOffice.with(416);
        var office = AnOffice.empty();

        var imported = done(office.importing(AnOffice.priceList(416)));

        assertThat(imported.statusCode()).isEqualTo(201);
        assertThat((int) imported.path("units")).isEqualTo(416);
        assertThat((int) imported.path("buildings")).isEqualTo(1);
        assertThat((int) imported.path("added")).isEqualTo(416);
        // Bounded generously: a machine under load is slower than the second that the office waits.
        assertThat(imported.time()).isLessThan(Duration.ofSeconds(5).toMillis());
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
