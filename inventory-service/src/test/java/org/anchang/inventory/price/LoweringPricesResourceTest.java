package org.anchang.inventory.price;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LoweringPricesResourceTest {
    private static final String HEADINGS = "楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价,底价\n";
    private static final String PLAIN_LIST = "/api/v1/price-lists";
    private static final String DRAFTED_LIST = "/api/v1/price-list-drafts";

    private AnOffice office;
    private Ask generalManager;
    private String unit;

    @BeforeEach
    void open() {
        office = AnOffice.with(2);
        generalManager = Ask.as(Person.withRole("zong.jian", "general-manager").in(office.project));
        unit = office.units().getFirst();
    }

    @Test
    @DisplayName("INV-12 whoever is bound by a floor may raise it at its address; only the general manager lowers it")
    void atItsAddress() {
        done(floor(office.siteManager, "900000.00"));
        done(floor(office.siteManager, "950000.00"));

        for (var role : List.of("site-manager", "sales-manager")) {
            var bound = Ask.as(Person.withRole("bound.by", role).in(office.project));
            assertRefused(InventoryRefusal.FLOOR_PRICE_MAY_ONLY_RISE, floor(bound, "949999.99"));
            assertRefused(InventoryRefusal.FLOOR_PRICE_MAY_ONLY_RISE, floor(bound, "1.00"));
        }
        done(floor(generalManager, "1.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN_LIST, DRAFTED_LIST})
    @DisplayName("INV-12 a price list neither lowers a floor nor cuts a price deep without the general manager")
    void byList(String way) {
        done(floor(office.siteManager, "900000.00"));
        var lower = HEADINGS + "3栋,1单元,1,01,110.53,100.05,10000.00,899999.99\n";
        var cut = HEADINGS + "3栋,1单元,1,02,111.53,100.05,8999.99,\n";
        var higher =
                HEADINGS + "3栋,1单元,1,01,110.53,100.05,10000.00,900000.01\n" + "3栋,1单元,1,02,111.53,100.05,9100.00,\n";

        var refused = importing(office.siteManager, way, lower);
        assertRefused(InventoryRefusal.FLOOR_PRICE_MAY_ONLY_RISE, refused);
        assertThat(refused.jsonPath().getList("units")).containsExactly("3栋-1单元-101");
        assertRefused(InventoryRefusal.PRICE_CUT_TOO_DEEP, importing(office.siteManager, way, cut));
        done(importing(office.siteManager, way, higher));
        done(importing(generalManager, way, lower));
        done(importing(generalManager, way, cut));
        assertThat((String) generalManager.get("/api/v1/units/" + unit).path("floorPrice"))
                .isEqualTo("899999.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN_LIST, DRAFTED_LIST})
    @DisplayName("INV-12 an administrator neither sets nor sees a floor price; the refusal names the column")
    void administrators(String way) {
        var named = HEADINGS + "3栋,1单元,1,01,110.53,100.05,10000.00,900000.00\n";
        var both = Ask.as(new Person("boss", Set.of("administrator", "site-manager"), Set.of(office.project)));

        for (var administrator : List.of(office.administrator, both)) {
            assertThat(importing(administrator, way, named).asString()).contains("FLOOR_PRICES_ARE_NOT_YOURS", "底价");
        }
        assertThat(office.administrator.post(floorsOf(unit), Map.of()).statusCode())
                .isEqualTo(403);
        assertRefused(InventoryRefusal.FLOOR_PRICES_ARE_NOT_YOURS, floor(both, "900000.00"));
        done(importing(office.siteManager, way, named));
        var draft = draftOf(office.siteManager, named.replace("900000.00", "900001.00"));
        for (var seen : List.of(
                office.administrator.get("/api/v1/units/" + unit),
                both.get("/api/v1/units/" + unit),
                office.administrator.get("/api/v1/units/" + unit + "/prices"),
                office.administrator.get("/api/v1/units?project=" + office.project),
                office.administrator.get(DRAFTED_LIST + "/" + draft + "/changes"))) {
            assertThat(done(seen).asString()).doesNotContain("90000");
        }
        assertThat(done(office.siteManager.get("/api/v1/units/" + unit)).asString())
                .contains("900000.00");
        assertRefused(
                InventoryRefusal.FLOOR_PRICES_ARE_NOT_YOURS,
                office.administrator.post(DRAFTED_LIST + "/" + draft + "/import"));
    }

    @Test
    @DisplayName(
            "INV-12 an adjustment cuts no deeper than the project's limit without the general manager, nor do many small ones")
    void byAdjustment() {
        assertRefused(InventoryRefusal.PRICE_CUT_TOO_DEEP, adjust(office.siteManager, "-99"));
        assertRefused(InventoryRefusal.PRICE_CUT_TOO_DEEP, adjust(office.siteManager, "-10.1"));
        done(adjust(office.siteManager, "-6"));
        assertRefused(InventoryRefusal.PRICE_CUT_TOO_DEEP, adjust(office.siteManager, "-6"));
        done(adjust(office.siteManager, "5"));
        done(adjust(generalManager, "-50"));
    }

    @Test
    @DisplayName("INV-12 how deep a cut may be is the general manager's to set, nobody else's")
    void limit() {
        var limit = "/api/v1/inventory-settings/" + office.project + "/PRICE_CUT_LIMIT_PERCENT";
        var value = Map.of("value", "30", "validFrom", "2020-01-01", "reason", "尾盘");

        assertThat((String) office.administrator.post(limit, value).path("code"))
                .isEqualTo("SETTING_IS_GENERAL_MANAGERS");
        assertRefused(InventoryRefusal.PRICE_CUT_TOO_DEEP, adjust(office.siteManager, "-30"));
        done(generalManager.post(limit, value));
        done(adjust(office.siteManager, "-30"));
    }

    @Test
    @DisplayName(
            "INV-12 for how many days cuts count together is the general manager's to set, and counts from then on")
    void days() {
        var days = "/api/v1/inventory-settings/" + office.project + "/PRICE_CUT_DAYS";
        var value = Map.of("value", "0", "validFrom", "2020-01-01", "reason", "尾盘");

        done(adjust(office.siteManager, "-6"));
        assertRefused(InventoryRefusal.PRICE_CUT_TOO_DEEP, adjust(office.siteManager, "-6"));
        assertThat((String) office.administrator.post(days, value).path("code"))
                .isEqualTo("SETTING_IS_GENERAL_MANAGERS");
        done(generalManager.post(days, value));
        done(adjust(office.siteManager, "-6"));
    }

    private Response floor(Ask person, String price) {
        return person.post(floorsOf(unit), Map.of("floorPrice", price, "reason", "年底"));
    }

    private static String floorsOf(String unit) {
        return "/api/v1/units/" + unit + "/floor-prices";
    }

    private Response adjust(Ask person, String percent) {
        var preview = done(person.post(
                "/api/v1/price-adjustments",
                Map.of(
                        "project",
                        office.project,
                        "selection",
                        Map.of("units", List.of(unit)),
                        "rule",
                        Map.of("kind", "PERCENT", "value", percent))));
        return person.post("/api/v1/price-adjustments/" + preview.path("id") + "/apply", Map.of("reason", "调价"));
    }

    /// The answer to the import, or the draft that cannot be read.
    private Response importing(Ask person, String way, String list) {
        if (way.equals(PLAIN_LIST)) {
            return sending(person, PLAIN_LIST, list);
        }
        var draft = DRAFTED_LIST + "/" + draftOf(person, list);
        var read = person.get(draft);
        return "READY".equals(read.path("state")) ? person.post(draft + "/import") : read;
    }

    private String draftOf(Ask person, String list) {
        String id = done(sending(person, DRAFTED_LIST, list)).path("id");
        await().until(() ->
                !"READING".equals(person.get(DRAFTED_LIST + "/" + id).path("state")));
        return id;
    }

    private Response sending(Ask person, String way, String list) {
        return person.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post(way + "?project=" + office.project);
    }
}
