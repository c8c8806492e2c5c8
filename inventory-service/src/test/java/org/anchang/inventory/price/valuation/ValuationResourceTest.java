package org.anchang.inventory.price.valuation;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.claimOf;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.LayoutChangeGranted;
import org.anchang.events.DealEvent.LayoutChangeRequested;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitLayoutChanged;
import org.anchang.events.LedgerEntry;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ValuationResourceTest {
    @Inject
    Courier courier;

    @Test
    @DisplayName("INV-12 managers set and see the floor price; no view, hold or table shows it to a consultant")
    void floorPrice() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var before = done(office.liNa.post("/api/v1/holds", holdOf(unit)));
        assertThat((String) before.path("sealedFloor")).isNull();
        done(office.liNa.post("/api/v1/holds/" + before.path("id") + "/release", Map.of("reason", "later")));

        assertThat(setFloor(office.liNa, unit, "987654.32").statusCode()).isEqualTo(403);
        assertRefused(InventoryRefusal.FLOOR_PRICE_ABOVE_LIST, setFloor(office.siteManager, unit, "1105300.01"));
        done(setFloor(office.siteManager, unit, "987654.32"));

        assertThat((String) office.siteManager.get("/api/v1/units/" + unit).path("floorPrice"))
                .isEqualTo("987654.32");
        var hold = done(office.liNa.post("/api/v1/holds", holdOf(unit)));
        var path = "/api/v1/holds/" + hold.path("id");
        var claim = office.liNa.post(path + "/claims", claimOf(hold.path("id"), UUID.randomUUID()));
        for (var seen : new Response[] {
            hold,
            claim,
            office.liNa.get(path),
            office.liNa.get("/api/v1/units/" + unit),
            office.finance.get("/api/v1/units/" + unit),
            office.liNa.get("/api/v1/units?project=" + office.project),
            office.liNa.get("/api/v1/sales-control/" + office.project)
        }) {
            assertThat(done(seen).asString()).doesNotContain("987654");
        }
        assertThat(done(office.liNa.get("/api/v1/units/" + unit + "/history")).asString())
                .doesNotContain("FLOOR_PRICE_SET");
        assertThat(courier.open(claim.path("sealedFloor"), Place.floorOf(UUID.fromString(claim.path("id")))))
                .isEqualTo("987654.32");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            heard.await(UUID.fromString(unit), InventoryEvent.UnitHeld.class);
            assertThat(heard.of(UUID.fromString(unit)).toString()).doesNotContain("987654");
        }
    }

    @Test
    @DisplayName("INV-12 a price list that names no floor price leaves the one that counts")
    void floorOutlivesAnImport() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        done(setFloor(office.siteManager, unit, "900000.00"));

        done(office.importing(AnOffice.priceList(1).replace("10000.00", "12000.00")));

        var shown = office.siteManager.get("/api/v1/units/" + unit);
        assertThat((String) shown.path("listTotal")).isEqualTo("1326360.00");
        assertThat((String) shown.path("floorPrice")).isEqualTo("900000.00");
    }

    @Test
    @DisplayName(
            "INV-10 areas are estimate, pre-sale survey and as built, each with its date; no price moves with them")
    void areas() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var path = "/api/v1/units/" + unit + "/areas";
        var asBuilt = new HashMap<String, Object>(Map.of(
                "kind", "AS_BUILT", "measuredOn", "2026-01-31", "buildingArea", "111.20", "interiorArea", "99.80"));

        assertThat(office.liNa.post(path, asBuilt).statusCode()).isEqualTo(403);
        var recorded = done(office.siteManager.post(path, asBuilt));
        assertThat((Boolean) recorded.path("priced")).isFalse();
        asBuilt.put("interiorArea", "111.21");
        assertRefused(InventoryRefusal.AREA_NOT_POSSIBLE, office.siteManager.post(path, asBuilt));
        asBuilt.putAll(Map.of("interiorArea", "99.80", "measuredOn", "2199-01-01"));
        assertRefused(InventoryRefusal.MEASURED_LATER_THAN_TODAY, office.siteManager.post(path, asBuilt));

        var all = office.liNa.get(path).jsonPath();
        assertThat(all.getList("items.kind", String.class)).containsExactly("PRE_SALE_SURVEY", "AS_BUILT");
        assertThat(all.getList("items.priced", Boolean.class)).containsExactly(true, false);
        var shown = office.liNa.get("/api/v1/units/" + unit);
        assertThat((String) shown.path("area")).isEqualTo("110.53");
        assertThat((String) shown.path("listTotal")).isEqualTo("1105300.00");
    }

    @Test
    @DisplayName(
            "INV-9 INV-15 an approved layout change alters the unit, the old data stay, and no change is open any more")
    void layoutChange() {
        var office = AnOffice.selling(1);
        var unit = UUID.fromString(office.units().getFirst());
        var deal = UUID.randomUUID();
        var request = UUID.randomUUID();
        var at = Instant.now();
        String hold =
                done(office.liNa.post("/api/v1/holds", holdOf(unit.toString()))).path("id");
        done(office.liNa.post("/api/v1/holds/" + hold + "/claims", claimOf(hold, deal)));
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(InventoryEvent.TOPIC)) {
            var entry = new LedgerEntry(UUID.randomUUID(), LocalDate.of(2026, 11, 1), java.util.List.of());
            deals.tells(new DepositTaken(
                    deal,
                    office.project,
                    at,
                    unit,
                    UUID.fromString(hold),
                    true,
                    BigDecimal.TEN,
                    "0001",
                    entry,
                    null,
                    null,
                    null,
                    null,
                    null));
            deals.tells(new LayoutChangeRequested(deal, office.project, at, request, "li.na", Map.of()));
            await().untilAsserted(() -> assertThat(
                            (String) office.liNa.get("/api/v1/units/" + unit).path("change"))
                    .isEqualTo("LAYOUT_CHANGE"));

            var approval = UUID.randomUUID();
            deals.tells(new LayoutChangeGranted(
                    deal, office.project, at, request, approval, unit, "2/1", null, new BigDecimal("101.05")));

            var told = heard.await(unit, UnitLayoutChanged.class);
            assertThat(told.layout()).isEqualTo("2/1");
            assertThat(told.approval()).isEqualTo(approval);
        }
        var shown = office.siteManager.get("/api/v1/units/" + unit);
        assertThat((String) shown.path("layout")).isEqualTo("2/1");
        assertThat((String) shown.path("change")).isNull();
        assertThat((String) shown.path("interiorArea")).isEqualTo("100.05");
        assertThat(office.siteManager
                        .get("/api/v1/units/" + unit + "/areas")
                        .jsonPath()
                        .getList("items.interiorArea", String.class))
                .containsExactly("100.05", "101.05");
        assertThat(office.siteManager
                        .get("/api/v1/units/" + unit + "/history")
                        .jsonPath()
                        .getList("items.what", String.class))
                .containsSubsequence("CHANGE_OPENED", "LAYOUT_CHANGED", "CHANGE_ENDED");
    }

    private static Response setFloor(org.anchang.test.Ask person, String unit, String floor) {
        return person.post(
                "/api/v1/units/" + unit + "/floor-prices", Map.of("floorPrice", floor, "reason", "year end"));
    }
}
