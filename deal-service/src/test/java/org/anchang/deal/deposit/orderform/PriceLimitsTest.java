package org.anchang.deal.deposit.orderform;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class PriceLimitsTest {
    private final TestOffice office = new TestOffice();

    @Inject
    Courier courier;

    @Test
    @DisplayName("INV-12 each role discounts within its limit, which is a setting; beyond it a special discount is due")
    void limitsPerRole() {
        var deal = office.confirmed();

        var beyond = draw(office.liNa, deal, "30000.01");
        refused(beyond, 409, "DISCOUNT_BEYOND_LIMIT");
        assertThat(beyond.<String>path("rule")).isEqualTo("INV-12");
        ok(draw(office.liNa, deal, "30000.00"), 201);
        refused(draw(office.manager, deal, "50000.01"), 409, "DISCOUNT_BEYOND_LIMIT");
        ok(draw(office.manager, deal, "50000.00"), 201);

        ok(set(Person.withRole("zong.jian", "general-manager").in(office.project)), 204);
        refused(set(Person.administrator()), 403, "SETTING_IS_GENERAL_MANAGERS");
        refused(draw(office.liNa, office.confirmed(), "15000.01"), 409, "DISCOUNT_BEYOND_LIMIT");
        ok(draw(office.liNa, office.confirmed(), "15000.00"), 201);
    }

    @Test
    @DisplayName("INV-12 below the floor price no order form passes, whoever draws it, and nobody is told the floor")
    void belowTheFloor() {
        var deal = withFloor("980000.00");

        ok(draw(office.liNa, deal, "20000.00"), 201);
        for (var person : new Person[] {office.liNa, office.manager}) {
            var refused = draw(person, deal, "20000.01");
            refused(refused, 409, "BELOW_FLOOR_PRICE");
            assertThat(refused.asString()).doesNotContain("980000");
        }
        assertThat(office.get(deal).asString()).doesNotContainIgnoringCase("floor");
    }

    @Test
    @DisplayName("INV-12 a preview tells of the limit of one's role, nothing of the floor price, and counts as no try")
    void preview() {
        var deal = withFloor("985000.00");

        for (int i = 0; i < 4; i++) {
            assertThat(preview(deal, "30000.00").<Object>path("broken")).isNull();
        }
        assertThat(preview(deal, "30000.01").<String>path("broken.code")).isEqualTo("DISCOUNT_BEYOND_LIMIT");
        ok(draw(office.liNa, deal, "15000.00"), 201);
    }

    private Response preview(UUID deal, String discount) {
        var form = Map.of(
                "unitPrice", "10000.00", "discountStack", List.of(Map.of("kind", "CAMPAIGN", "amount", discount)));
        return ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/order-forms/preview", form), 200);
    }

    @Test
    @DisplayName("INV-11 the order form's sum covers what is attached and priced apart; what is priced in adds nothing")
    void attachedLines() {
        var parking = UUID.randomUUID();
        var storage = UUID.randomUUID();
        var attached = "[%s,%s]".formatted(attached(parking, "PARKING", true), attached(storage, "STORAGE", false));
        var home = office.home(office.customer());
        office.put(home, new TestOffice.Told(true, true, false, null, attached));
        var deal = office.confirmed(home);

        var lines = office.get(deal).jsonPath();
        assertThat(lines.getList("lines.kind", String.class)).containsExactly("HOME", "PARKING", "STORAGE");
        assertThat(lines.getList("lines.listTotal", String.class)).containsExactly("1000000.00", "96000.00", "0.00");
        refused(draw(office.liNa, deal, "20000.00", "980000.00"), 422, "TOTAL_DOES_NOT_ADD_UP");
        var form = ok(draw(office.liNa, deal, "20000.00", "1076000.00"), 201);
        assertThat(form.<String>path("attachedTotal")).isEqualTo("96000.00");

        var twin = office.home(office.customer());
        office.put(
                twin,
                new TestOffice.Told(true, true, false, null, "[%s]".formatted(attached(parking, "PARKING", true))));
        ok(office.deposit(deal, "SMALL", "5000.00"), 201);
        refused(office.open(twin), 409, "UNIT_HAS_A_LIVE_DEAL");
    }

    @Test
    @DisplayName("INV-10 a deal keeps the area, its kind and the basis on which it was priced")
    void areaAndBasis() {
        var line = office.get(office.confirmed()).jsonPath();

        assertThat(line.getString("lines[0].area")).isEqualTo("100.00");
        assertThat(line.getString("lines[0].areaKind")).isEqualTo("PRE_SALE_SURVEY");
        assertThat(line.getString("lines[0].priceBasis")).isEqualTo("BUILDING_AREA");
        assertThat(line.getString("lines[0].unitPrice")).isEqualTo("10000.00");
    }

    private Response set(Person person) {
        return Ask.as(person)
                .post(
                        "/api/v1/deal-settings/" + office.project + "/DISCOUNT_LIMIT_CONSULTANT",
                        Map.of("value", "1.5", "validFrom", "2020-01-01", "reason", "last units"));
    }

    @Test
    @DisplayName(
            "INV-12 nobody finds the floor by trying: after a few prices below it none below the list passes; managers see it")
    void noFeelingForTheFloor() {
        var deal = withFloor("985000.00");

        for (var discount : new String[] {"30000.00", "22500.00", "18750.00"}) {
            refused(draw(office.liNa, deal, discount), 409, "BELOW_FLOOR_PRICE");
        }
        refused(draw(office.liNa, deal, "14000.00"), 409, "FLOOR_TRIES_USED_UP");
        refused(draw(office.liNa, deal, "16000.00"), 409, "FLOOR_TRIES_USED_UP");
        ok(draw(office.liNa, deal, "0.00"), 201);
        ok(draw(office.manager, deal, "14000.00"), 201);

        var tries = "/api/v1/floor-tries?project=" + office.project;
        assertThat(Ask.as(office.manager).get(tries).jsonPath().getList("items.person"))
                .containsExactly(office.liNa.name(), office.liNa.name(), office.liNa.name());
        assertThat(Ask.as(office.manager).get(tries).jsonPath().getList("items.asked"))
                .containsExactly("981250.00", "977500.00", "970000.00");
        assertThat(Ask.as(office.liNa).get(tries).statusCode()).isEqualTo(403);
    }

    private UUID withFloor(String floor) {
        var home = office.home(office.customer());
        office.put(home, new TestOffice.Told(true, true, false, courier.seal(floor, Place.floorOf(home.hold())), "[]"));
        return office.confirmed(home);
    }

    private static String attached(UUID unit, String productType, boolean apart) {
        return """
                {"unit":"%s","label":"车库-1","building":"车库","productType":"%s","pricedApart":%s,"area":"12.00",\
                "areaKind":"PRE_SALE_SURVEY","priceBasis":"BUILDING_AREA","unitPrice":"8000.00","listTotal":"96000.00"}""".formatted(unit, productType, apart);
    }

    private Response draw(Person person, UUID deal, String discount) {
        var total = new java.math.BigDecimal("1000000.00").subtract(new java.math.BigDecimal(discount));
        return draw(person, deal, discount, total.toPlainString());
    }

    private Response draw(Person person, UUID deal, String discount, String total) {
        var form = office.orderForm();
        form.put("discount", discount);
        form.put("total", total);
        return Ask.as(person).post("/api/v1/deals/" + deal + "/order-forms", form);
    }
}
