package org.anchang.inventory.hold.waiting;

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
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.UnitClaimAbandoned;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.NextInLineTold;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.hold.HoldPolicy;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class WaitingPlaceResourceTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName(
            "INV-5 when a hold ends the next in line is told, once, by event and in the list; whoever holds leaves the line")
    void toldInTurn() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var wangLei = office.consultant("wang.lei");
        var zhaoMin = office.consultant("zhao.min");
        String hold = held(office.liNa, unit);
        var customer = UUID.randomUUID();
        String first = done(join(wangLei, unit, customer)).path("id");
        String second = done(join(zhaoMin, unit, UUID.randomUUID())).path("id");
        assertThat((int) place(wangLei, first).path("ahead")).isZero();
        assertThat((int) place(zhaoMin, second).path("ahead")).isEqualTo(1);
        assertThat(place(wangLei, first).asString()).doesNotContain("toldAt");

        giveBack(office.liNa, hold);

        var told = place(wangLei, first);
        assertThat((int) told.path("told")).isEqualTo(1);
        assertThat((String) told.path("toldAt")).isNotNull();
        assertThat((String) told.path("state")).isEqualTo("AVAILABLE");
        assertThat((int) place(zhaoMin, second).path("told")).isZero();
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var event = heard.await(UUID.fromString(unit), NextInLineTold.class);
            assertThat(event.place()).isEqualTo(UUID.fromString(first));
            assertThat(event.customer()).isEqualTo(customer);
            assertThat(event.consultant()).isEqualTo("wang.lei");
            assertThat(event.headStartUntil()).isNull();
            assertThat(heard.of(UUID.fromString(unit)))
                    .extracting(Overheard.Said::type)
                    .containsSubsequence("HoldReleased", "NextInLineTold");
        }

        String next = done(wangLei.post("/api/v1/holds", Map.of("unit", unit, "customer", customer)))
                .path("id");
        assertThat((String) place(wangLei, first).path("endReason")).isEqualTo("HELD");
        assertThat((int) place(zhaoMin, second).path("ahead")).isZero();
        giveBack(wangLei, next);
        assertThat((int) place(zhaoMin, second).path("told")).isEqualTo(1);
        assertThat(office.siteManager
                        .get("/api/v1/units/" + unit + "/history")
                        .jsonPath()
                        .getList("items.what", String.class))
                .containsSubsequence(
                        "LINE_JOINED", "LINE_JOINED", "LET_GO", "NEXT_IN_LINE_TOLD", "LET_GO", "NEXT_IN_LINE_TOLD");
    }

    @Test
    @DisplayName("INV-5 who was told and let it pass comes behind those who were not; who leaves is not told")
    void turns() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        String hold = held(office.liNa, unit);
        var places = IntStream.range(0, 3)
                .mapToObj(i -> done(join(office.consultant("consultant." + i), unit, UUID.randomUUID()))
                        .<String>path("id"))
                .toList();
        var leave = "/api/v1/waiting-places/" + places.get(1) + "/leave";
        assertThat(office.consultant("consultant.0")
                        .post(leave, Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(done(office.consultant("consultant.1").post(leave, Map.of("reason", "另选一套")))
                        .<String>path("endReason"))
                .isEqualTo("另选一套");
        assertRefused(InventoryRefusal.PLACE_HAS_ENDED, office.siteManager.post(leave, Map.of("reason", "x")));

        giveBack(office.liNa, hold);
        giveBack(office.liNa, held(office.liNa, unit));
        assertThat(told(office, places)).containsExactly(1, 0, 1);
        giveBack(office.liNa, held(office.liNa, unit));
        assertThat(told(office, places)).containsExactly(2, 0, 1);
        assertThat((int) place(office.siteManager, places.get(2)).path("ahead")).isZero();

        done(office.consultant("consultant.0").post("/api/v1/waiting-places/" + places.getFirst() + "/pass"));
        await().until(() -> told(office, places).equals(List.of(2, 0, 2)));
    }

    @Test
    @DisplayName(
            "INV-5 nobody waits for a unit that is free, sold or withheld, twice, or for one that the customer has")
    void refusals() {
        var office = AnOffice.selling(3);
        var units = office.units();
        var customer = UUID.randomUUID();
        done(office.siteManager.post("/api/v1/units/" + units.get(1) + "/withholdings", Map.of("reason", "样板间")));
        done(office.liNa.post("/api/v1/holds", Map.of("unit", units.get(2), "customer", customer)));

        assertRefused(InventoryRefusal.NOTHING_TO_WAIT_FOR, join(office.liNa, units.get(0), customer));
        var withheld = join(office.liNa, units.get(1), customer);
        assertRefused(InventoryRefusal.NOTHING_TO_WAIT_FOR, withheld);
        assertThat(withheld.asString()).doesNotContain("WITHHELD");
        assertRefused(InventoryRefusal.CUSTOMER_HAS_THE_UNIT, join(office.liNa, units.get(2), customer));
        var other = UUID.randomUUID();
        done(join(office.liNa, units.get(2), other));
        assertRefused(InventoryRefusal.CUSTOMER_WAITS_ALREADY, join(office.liNa, units.get(2), other));
        assertThat(join(AnOffice.empty().liNa, units.get(2), other).statusCode())
                .isEqualTo(404);
        assertThat(join(office.siteManager, units.get(2), other).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "INV-5 a consultant and a customer are in line for as many units as the project allows, asked at once or not")
    void limits() throws Exception {
        var office = AnOffice.selling(8);
        office.set(InventorySetting.HOLD_LIMIT_PER_CONSULTANT, 100);
        office.set(InventorySetting.WAITING_LIMIT_PER_CONSULTANT, 3);
        office.set(InventorySetting.WAITING_LIMIT_PER_CUSTOMER, 2);
        var units = office.units();
        units.forEach(unit -> held(office.liNa, unit));
        var wangLei = office.consultant("wang.lei");
        var customer = UUID.randomUUID();

        assertThat(atOnce(units.stream()
                        .<Callable<Response>>map(unit -> () -> join(wangLei, unit, UUID.randomUUID()))
                        .toList()))
                .isEqualTo(3);
        assertThat(atOnce(units.stream()
                        .<Callable<Response>>map(
                                unit -> () -> join(office.consultant("consultant." + unit), unit, customer))
                        .toList()))
                .isEqualTo(2);
        var refused = join(wangLei, units.getFirst(), UUID.randomUUID());
        assertRefused(InventoryRefusal.WAITING_LIMIT_REACHED, refused);
        assertThat((int) refused.path("limit")).isEqualTo(3);
    }

    @Test
    @DisplayName("SEC-1 consultants see their own places, managers those of the project, page by page")
    void whoSeesWhat() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        held(office.liNa, unit);
        var wangLei = office.consultant("wang.lei");
        String own = done(join(wangLei, unit, UUID.randomUUID())).path("id");
        String other = done(join(office.consultant("zhao.min"), unit, UUID.randomUUID()))
                .path("id");
        var list = "/api/v1/waiting-places?project=" + office.project;

        assertThat(ids(wangLei.get(list))).containsExactly(own);
        assertThat(place(wangLei, other).statusCode()).isEqualTo(404);
        assertThat(ids(office.siteManager.get(list + "&unit=" + unit))).containsExactly(own, other);
        var page = office.siteManager.get(list + "&limit=1");
        assertThat(ids(page)).containsExactly(own);
        assertThat(ids(office.siteManager.get(list + "&limit=1&cursor=" + page.path("next"))))
                .containsExactly(other);
        assertThat(ids(office.siteManager.get(list + "&told=true"))).isEmpty();
        done(wangLei.post("/api/v1/waiting-places/" + own + "/leave", Map.of("reason", "x")));
        assertThat(ids(office.siteManager.get(list))).containsExactly(other);
        assertThat(ids(office.siteManager.get(list + "&ended=true"))).containsExactly(own);
        assertThat(ids(AnOffice.empty().siteManager.get(list))).isEmpty();
    }

    @Test
    @DisplayName("INV-5 where the project gives a head start the unit is kept for the next in line until it is over")
    void headStart() throws SQLException {
        var office = AnOffice.selling(1);
        office.set(InventorySetting.WAITING_HEAD_START_MINUTES, 5);
        var unit = office.units().getFirst();
        var wangLei = office.consultant("wang.lei");
        var customer = UUID.randomUUID();
        String hold = held(office.liNa, unit);
        String place = done(join(wangLei, unit, customer)).path("id");
        giveBack(office.liNa, hold);

        String until = place(wangLei, place).path("headStartUntil");
        assertThat(Instant.parse(until))
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(310));
        var refused = office.liNa.post("/api/v1/holds", holdOf(unit));
        assertRefused(HoldPolicy.NEXT_IN_LINE_COMES_FIRST, refused);
        assertThat(Instant.parse(refused.path("until"))).isEqualTo(Instant.parse(until));
        String own = done(wangLei.post("/api/v1/holds", Map.of("unit", unit, "customer", customer)))
                .path("id");
        giveBack(wangLei, own);

        String again = held(office.liNa, unit);
        done(join(wangLei, unit, customer));
        giveBack(office.liNa, again);
        assertRefused(HoldPolicy.NEXT_IN_LINE_COMES_FIRST, office.liNa.post("/api/v1/holds", holdOf(unit)));
        sql("UPDATE waiting_place SET turn_until = clock_timestamp() WHERE turn_until IS NOT NULL AND unit = '" + unit
                + "'");
        await().until(() -> office.liNa.post("/api/v1/holds", holdOf(unit)).statusCode() == 201);
    }

    @Test
    @DisplayName(
            "INV-5 a hold's end and a deal's end tell alike; what is attached to a home is not waited for by itself")
    void everyEndTells() throws SQLException {
        var office = AnOffice.empty();
        done(office.importing("""
                项目,楼栋,单元,楼层,房号,建筑面积,预售单价,物业类型
                松风,3栋,1单元,1,01,110.00,10000.00,住宅
                松风,车库,1,-1,P1,12.00,8000.00,车位
                """));
        office.certified().released();
        var home = office.units().getFirst();
        var parking = office.units().getLast();
        done(office.siteManager.post(
                "/api/v1/units/" + home + "/attached-units", Map.of("unit", parking, "pricedApart", true)));
        String hold = held(office.liNa, home);
        assertRefused(
                InventoryRefusal.UNIT_IS_ATTACHED, join(office.consultant("wang.lei"), parking, UUID.randomUUID()));
        var wangLei = office.consultant("wang.lei");
        String place = done(join(wangLei, home, UUID.randomUUID())).path("id");

        sql("UPDATE hold SET expires_at = clock_timestamp() WHERE id = '" + hold + "'");
        await().until(() -> (int) place(wangLei, place).path("told") == 1);

        String claimed = held(office.liNa, home);
        var deal = UUID.randomUUID();
        done(office.liNa.post("/api/v1/holds/" + claimed + "/claims", claimOf(claimed, deal)));
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(new UnitClaimAbandoned(
                    deal,
                    office.project,
                    Instant.now(),
                    UUID.fromString(home),
                    UUID.fromString(claimed),
                    "COMMAND_FAILED"));
        }
        await().until(() -> (int) place(wangLei, place).path("told") == 2);
        assertThat(office.state(parking)).isEqualTo("AVAILABLE");
    }

    static Response join(Ask person, String unit, UUID customer) {
        return person.post("/api/v1/waiting-places", Map.of("unit", unit, "customer", customer));
    }

    static Response place(Ask person, String place) {
        return person.get("/api/v1/waiting-places/" + place);
    }

    static String held(Ask person, String unit) {
        return done(person.post("/api/v1/holds", holdOf(unit))).path("id");
    }

    static void giveBack(Ask person, String hold) {
        done(person.post("/api/v1/holds/" + hold + "/release", Map.of("reason", "客户再考虑")));
    }

    static List<Integer> told(AnOffice office, List<String> places) {
        return places.stream()
                .map(place -> (Integer) place(office.siteManager, place).path("told"))
                .toList();
    }

    private static List<String> ids(Response list) {
        return done(list).jsonPath().getList("items.id", String.class);
    }

    /// @return how many were done
    private static long atOnce(List<Callable<Response>> commands) throws Exception {
        try (var clients = Executors.newFixedThreadPool(commands.size())) {
            var answers = clients.invokeAll(commands);
            long done = 0;
            for (var answer : answers) {
                done += answer.get().statusCode() == 201 ? 1 : 0;
            }
            return done;
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }
}
