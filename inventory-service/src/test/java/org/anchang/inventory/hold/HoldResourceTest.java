package org.anchang.inventory.hold;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.claimOf;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.events.InventoryEvent.UnitHeld;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class HoldResourceTest {
    @Test
    @DisplayName("INV-5 a hold names consultant and customer, lasts 15 minutes by default and freezes the price")
    void holds() {
        var office = AnOffice.selling(2);
        var unit = office.units().getFirst();
        var customer = UUID.randomUUID();

        var hold = done(office.liNa.post("/api/v1/holds", Map.of("unit", unit, "customer", customer)));

        assertThat(hold.statusCode()).isEqualTo(201);
        assertThat((String) hold.path("customer")).isEqualTo(customer.toString());
        assertThat((String) hold.path("consultant")).isEqualTo("li.na");
        assertThat((String) hold.path("unit.state")).isEqualTo("HELD");
        assertThat((String) hold.path("unit.label")).isEqualTo("3栋-1单元-101");
        assertThat((String) hold.path("unit.listTotal")).isEqualTo("1105300.00");
        assertThat((int) hold.path("priceVersion")).isEqualTo(1);
        assertThat(Instant.parse(hold.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofMinutes(16)));
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var held = heard.await(UUID.fromString(unit), UnitHeld.class);
            assertThat(held.consultant()).isEqualTo("li.na");
            assertThat(held.from()).isEqualTo(InventoryEvent.UnitState.AVAILABLE);
        }
    }

    @Test
    @DisplayName(
            "INV-5 the price is frozen while a unit is held, extended, paused and claimed: lists change the list price")
    void frozenPrice() {
        var office = AnOffice.selling(2);
        var unit = office.units().getFirst();
        String path = "/api/v1/holds/"
                + done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");

        done(office.importing(AnOffice.priceList(2).replace("10000.00", "12000.00")));
        assertThat((String) office.liNa.get("/api/v1/units/" + unit).path("listTotal"))
                .isEqualTo("1326360.00");
        var claim = claimOf(path.substring(path.lastIndexOf('/') + 1), UUID.randomUUID());
        for (var answer : new Response[] {
            office.liNa.get(path),
            office.siteManager.post(path + "/extensions", Map.of("minutes", 5)),
            office.liNa.post(path + "/pause"),
            office.liNa.post(path + "/claims", claim)
        }) {
            assertThat((String) done(answer).path("unit.listTotal")).isEqualTo("1105300.00");
            assertThat((int) answer.path("priceVersion")).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "INV-5, SEC-1 the holds without a deal are listed with unit and customer: one's own, or a manager's project's")
    void waiting() {
        var office = AnOffice.selling(3);
        var units = office.units();
        var wangLei = office.consultant("wang.lei");
        var customer = UUID.randomUUID();
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(new CustomerRegistered(
                    customer, office.project, Instant.now(), "K-1", "li.na", "WALK_IN", null, "张**", null, null));
        }
        String own = done(office.liNa.post("/api/v1/holds", Map.of("unit", units.get(0), "customer", customer)))
                .path("id");
        String others =
                done(wangLei.post("/api/v1/holds", holdOf(units.get(1)))).path("id");
        String claimed =
                done(office.liNa.post("/api/v1/holds", holdOf(units.get(2)))).path("id");
        done(office.liNa.post("/api/v1/holds/" + claimed + "/claims", claimOf(claimed, UUID.randomUUID())));
        var list = "/api/v1/holds?project=" + office.project;

        await().until(() -> "张**".equals(office.liNa.get(list).path("items[0].customerName")));

        var mine = office.liNa.get(list).jsonPath();
        assertThat(mine.getList("items.id")).containsExactly(own);
        assertThat(mine.getString("items[0].label")).isEqualTo("3栋-1单元-101");
        assertThat(mine.getString("items[0].unit")).isEqualTo(units.get(0));
        assertThat(mine.getString("items[0].expiresAt")).isNotNull();
        assertThat(mine.getList("items[0].actions.findAll { it.yours }.name"))
                .containsExactly("give-back", "pause", "open-deal");
        assertThat(office.siteManager.get(list).jsonPath().getList("items.id")).containsExactly(own, others);
        assertThat(office.siteManager.get(list + "&mine=true").jsonPath().getList("items"))
                .isEmpty();
        assertThat(AnOffice.empty().siteManager.get(list).jsonPath().getList("items"))
                .isEmpty();
        assertThat((String) office.liNa.get("/api/v1/holds/" + own).path("customerName"))
                .isEqualTo("张**");
    }

    @Test
    @DisplayName("INV-5 for one customer as many units are held as the project allows, whoever holds them")
    void limitPerCustomer() {
        var office = AnOffice.selling(4);
        office.set(InventorySetting.HOLD_LIMIT_PER_CUSTOMER, 2);
        var units = office.units();
        var customer = UUID.randomUUID();
        var wangLei = office.consultant("wang.lei");
        String first = done(office.liNa.post("/api/v1/holds", Map.of("unit", units.get(0), "customer", customer)))
                .path("id");
        done(wangLei.post("/api/v1/holds", Map.of("unit", units.get(1), "customer", customer)));

        var third = Map.of("unit", units.get(2), "customer", customer);
        var refused = wangLei.post("/api/v1/holds", third);
        assertRefused(HoldPolicy.CUSTOMER_HOLD_LIMIT_REACHED, refused);
        assertThat((int) refused.path("limit")).isEqualTo(2);
        assertThat(office.state(units.get(2))).isEqualTo("AVAILABLE");
        done(wangLei.post("/api/v1/holds", holdOf(units.get(3))));

        done(office.liNa.post("/api/v1/holds/" + first + "/claims", claimOf(first, UUID.randomUUID())));
        done(wangLei.post("/api/v1/holds", third));
    }

    @Test
    @DisplayName("INV-4 a unit that is held is refused to the next, who may not even see by whom")
    void oneHold() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var hold = done(office.liNa.post("/api/v1/holds", holdOf(unit)));

        var wangLei = office.consultant("wang.lei");

        assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, wangLei.post("/api/v1/holds", holdOf(unit)));
        assertThat(wangLei.get("/api/v1/holds/" + hold.path("id")).statusCode()).isEqualTo(404);
        assertThat(wangLei.get("/api/v1/units/" + unit).asString()).doesNotContain("\"hold\"");
        assertThat((String) office.siteManager.get("/api/v1/units/" + unit).path("hold.consultant"))
                .isEqualTo("li.na");
    }

    @Test
    @DisplayName("SEC-3 the same hold sent twice is one hold and one answer")
    void replay() {
        var office = AnOffice.selling(1);
        var body = holdOf(office.units().getFirst());

        var first = office.liNa.post("/api/v1/holds", body, "key-" + office.project);
        var second = office.liNa.post("/api/v1/holds", body, "key-" + office.project);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    @DisplayName("SEC-1 another project's unit is not there, and only consultants hold")
    void strangers() {
        var office = AnOffice.selling(1);
        var other = AnOffice.empty();
        var unit = office.units().getFirst();

        assertThat(other.liNa.post("/api/v1/holds", holdOf(unit)).statusCode()).isEqualTo(404);
        assertThat(other.liNa.get("/api/v1/units/" + unit).statusCode()).isEqualTo(404);
        assertThat(office.siteManager.post("/api/v1/holds", holdOf(unit)).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("INV-5 a consultant holds as many units as the project allows, and not one more")
    void limit() {
        var office = AnOffice.selling(3);
        office.set(InventorySetting.HOLD_LIMIT_PER_CONSULTANT, 2);
        var units = office.units();
        done(office.liNa.post("/api/v1/holds", holdOf(units.get(0))));
        var second = done(office.liNa.post("/api/v1/holds", holdOf(units.get(1))));

        assertRefused(HoldPolicy.HOLD_LIMIT_REACHED, office.liNa.post("/api/v1/holds", holdOf(units.get(2))));
        assertThat(office.state(units.get(2))).isEqualTo("AVAILABLE");

        done(office.liNa.post("/api/v1/holds/" + second.path("id") + "/release", Map.of("reason", "换一套")));
        done(office.liNa.post("/api/v1/holds", holdOf(units.get(2))));
    }

    @Test
    @DisplayName(
            "INV-5 CUS-6 a hold is given back before its time, by its holder, and the unit is on sale again; what was"
                    + " written about it is in no event, and sealed")
    void release() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
        var path = "/api/v1/holds/" + hold + "/release";
        assertThat(office.consultant("wang.lei")
                        .post(path, Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);

        var released = done(office.liNa.post(path, Map.of("reason", "客户改主意")));

        assertThat((boolean) released.path("live")).isFalse();
        assertThat((String) released.path("unit.state")).isEqualTo("AVAILABLE");
        assertRefused(InventoryRefusal.HOLD_HAS_ENDED, office.liNa.post(path, Map.of("reason", "x")));
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            assertThat(heard.await(UUID.fromString(unit), HoldReleased.class).reason())
                    .isEqualTo("GIVEN_BACK");
            assertThat(heard.of(UUID.fromString(unit)))
                    .noneMatch(said -> said.json().toString().contains("改主意"));
        }
        assertThat((String) released.path("endReason")).isEqualTo("客户改主意");
        assertThat(office.liNa.get("/api/v1/units/" + unit + "/history").<List<String>>path("items.reason"))
                .contains("客户改主意");
        done(office.consultant("wang.lei").post("/api/v1/holds", holdOf(unit)));
    }

    @Test
    @DisplayName(
            "INV-5 while others wait for a unit, who had it last does not have it again at once, where the project says so")
    void heldAgain() {
        var office = AnOffice.selling(1);
        office.set(InventorySetting.HOLD_AGAIN_MINUTES, 5);
        var unit = office.units().getFirst();
        var mine = holdOf(unit);
        giveBack(office, office.liNa.post("/api/v1/holds", mine));
        var again = office.liNa.post("/api/v1/holds", mine);
        assertThat(again.statusCode()).as("nobody waits").isEqualTo(201);
        var wangLei = office.consultant("wang.lei");
        var theirs = holdOf(unit);
        done(wangLei.post("/api/v1/waiting-places", theirs));
        giveBack(office, again);

        for (var asked : new Response[] {
            office.liNa.post("/api/v1/holds", mine),
            office.liNa.post("/api/v1/holds", holdOf(unit)),
            office.consultant("zhao.min").post("/api/v1/holds", mine)
        }) {
            assertRefused(HoldPolicy.UNIT_WAS_HELD_JUST_NOW, asked);
            assertThat(Instant.parse(asked.path("until"))).isAfter(Instant.now());
        }
        done(wangLei.post("/api/v1/holds", theirs));
    }

    private static void giveBack(AnOffice office, Response hold) {
        done(office.liNa.post("/api/v1/holds/" + done(hold).path("id") + "/release", Map.of("reason", "换一套")));
    }

    @Test
    @DisplayName("INV-5 a deal claims a hold, once and for itself; the same claim again is answered alike")
    void claim() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
        var path = "/api/v1/holds/" + hold + "/claims";
        var deal = UUID.randomUUID();

        var claimed = done(office.finance.post(path, claimOf(hold, deal)));
        var again = done(office.liNa.post(path, claimOf(hold, deal)));

        assertThat((String) claimed.path("deal")).isEqualTo(deal.toString());
        assertThat(again.asString()).doesNotContain("\"expiresAt\"");
        assertRefused(InventoryRefusal.HOLD_IS_CLAIMED, office.liNa.post(path, claimOf(hold, UUID.randomUUID())));
        assertRefused(
                InventoryRefusal.HOLD_IS_CLAIMED,
                office.liNa.post("/api/v1/holds/" + hold + "/release", Map.of("reason", "x")));
        assertThat(office.consultant("wang.lei").post(path, claimOf(hold, deal)).statusCode())
                .isEqualTo(404);
        assertThat(office.state(unit)).isEqualTo("HELD");
    }

    @Test
    @DisplayName("INV-5 a claim that comes later than its sender waits is refused, though the hold is live")
    void lateClaim() {
        var office = AnOffice.selling(1);
        String hold = done(office.liNa.post(
                        "/api/v1/holds", holdOf(office.units().getFirst())))
                .path("id");

        assertRefused(
                InventoryRefusal.CLAIM_TOO_LATE,
                office.liNa.post(
                        "/api/v1/holds/" + hold + "/claims",
                        claimOf(hold, UUID.randomUUID(), Instant.now().minusMillis(1))));
    }

    @Test
    @DisplayName("INV-5 a hold is claimed by deal-service alone, not by whoever can think of a deal's id")
    void claimedWithProofOnly() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
        var path = "/api/v1/holds/" + hold + "/claims";
        var ofAnother = new HashMap<>(claimOf(hold, UUID.randomUUID()));
        ofAnother.put("deal", UUID.randomUUID());

        assertRefused(InventoryRefusal.CLAIM_IS_NOT_PROVED, office.liNa.post(path, ofAnother));
        ofAnother.remove("proof");
        assertThat(office.liNa.post(path, ofAnother).statusCode()).isEqualTo(422);

        assertThat((String) office.liNa.get(path.replace("/claims", "")).path("deal"))
                .isNull();
    }
}
