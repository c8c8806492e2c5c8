package org.anchang.inventory.neighbour.customer;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.AnOpeningDay;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CustomerEventsTest {
    private final Neighbour customers = new Neighbour(CustomerEvent.TOPIC);

    @AfterEach
    void silence() {
        customers.close();
    }

    @Test
    @DisplayName(
            "SEC-1 a unit is held and waited for by the customer's own consultant, or who received the customer in the owner's"
                    + " place; to others the customer is not there")
    void ownCustomersOnly() {
        var office = AnOffice.selling(2);
        var units = office.units();
        var wangLei = office.consultant("wang.lei");
        var customer = registered(office, "wang.lei");
        refusedSoon(() -> join(office.liNa, units.getFirst(), customer));

        assertRefused(InventoryRefusal.CUSTOMER_IS_NOT_YOURS, hold(office.liNa, units.getFirst(), customer));
        assertThat(office.state(units.getFirst())).isEqualTo("AVAILABLE");
        var elsewhere = AnOffice.selling(1);
        assertRefused(
                InventoryRefusal.CUSTOMER_IS_NOT_YOURS,
                hold(elsewhere.consultant("wang.lei"), elsewhere.units().getFirst(), customer));
        done(hold(wangLei, units.getFirst(), customer));
        customers.tells(new VisitReceived(
                customer,
                office.project,
                Instant.now(),
                UUID.randomUUID(),
                "li.na",
                "wang.lei",
                ReceptionReason.OWNER_ON_LEAVE,
                "WALK_IN",
                null,
                null));
        await().until(() -> hold(office.liNa, units.get(1), customer).statusCode() == 201);
    }

    @Test
    @DisplayName(
            "CUS-3 SEC-1 places in line go along with a customer who has another consultant, and of two records of one person"
                    + " holds, places and tickets are the standing one's")
    void goesAlong() {
        var office = AnOffice.selling(3);
        var units = office.units();
        var wangLei = office.consultant("wang.lei");
        for (var unit : units.subList(0, 2)) {
            done(hold(office.consultant("zhao.min"), unit, UUID.randomUUID()));
        }
        var stays = registered(office, "li.na");
        var goes = registered(office, "wang.lei");
        String first = done(join(wangLei, units.get(0), goes)).path("id");
        String second = done(join(office.liNa, units.get(0), stays)).path("id");
        String alone = done(join(wangLei, units.get(1), goes)).path("id");
        String hold = done(hold(wangLei, units.get(2), goes)).path("id");
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 0);
        done(day.importing("排号,姓名,电话,客户\n1,张三,13800000001," + goes + "\n"));

        customers.tells(new CustomersMerged(stays, office.project, Instant.now(), goes));

        await().untilAsserted(() ->
                assertThat((String) place(office, second).path("endReason")).isEqualTo("MERGED"));
        for (var place : new String[] {first, alone}) {
            assertThat((String) place(office, place).path("customer")).isEqualTo(stays.toString());
            assertThat((String) place(office, place).path("consultant")).isEqualTo("li.na");
        }
        assertThat((String) office.siteManager.get("/api/v1/holds/" + hold).path("customer"))
                .isEqualTo(stays.toString());
        assertThat((String) day.office.siteManager.get(day.path + "/tickets").path("items[0].customer"))
                .isEqualTo(stays.toString());
        assertRefused(InventoryRefusal.CUSTOMER_IS_NOT_YOURS, join(wangLei, units.get(2), goes));
        done(office.siteManager.post("/api/v1/holds/" + hold + "/release", Map.of("reason", "换人")));
        assertThat((String) done(hold(office.liNa, units.get(2), goes)).path("customer"))
                .isEqualTo(stays.toString());

        customers.tells(new CustomerReassigned(
                stays, office.project, Instant.now(), "li.na", "zhou.ting", "离职交接", "chen.jing"));
        var zhouTing = office.consultant("zhou.ting");
        await().until(() -> zhouTing.get("/api/v1/waiting-places/" + alone).statusCode() == 200);
        assertThat(office.liNa.get("/api/v1/waiting-places/" + alone).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "CUS-3 INV-5 after merges of merges are undone holds, places and tickets are those of the record for which they were made")
    void goesBack() {
        var office = AnOffice.selling(3);
        var units = office.units();
        var wangLei = office.consultant("wang.lei");
        done(hold(office.consultant("zhao.min"), units.getFirst(), UUID.randomUUID()));
        var stays = registered(office, "li.na");
        var goes = registered(office, "wang.lei");
        var first = registered(office, "wang.lei");
        String own = done(join(office.liNa, units.get(0), stays)).path("id");
        String place = done(join(wangLei, units.get(0), goes)).path("id");
        String hold = done(hold(wangLei, units.get(1), first)).path("id");
        var day = AnOpeningDay.of(AnOffice.with(1).certified(), 0);
        done(day.importing("排号,姓名,电话,客户\n1,张三,13800000001," + first + "\n"));

        customers.tells(new CustomersMerged(stays, office.project, Instant.now(), goes));
        customers.tells(new CustomersMerged(goes, office.project, Instant.now(), first));
        await().untilAsserted(() -> {
            assertThat(customerOf(office, hold)).isEqualTo(stays.toString());
            assertThat((String) place(office, place).path("endReason")).isEqualTo("MERGED");
        });
        customers.tells(unmerged(office, stays, goes, List.of(first)));
        await().untilAsserted(() -> assertThat(customerOf(office, hold)).isEqualTo(goes.toString()));
        customers.tells(unmerged(office, goes, first, List.of()));

        await().untilAsserted(() -> {
            assertThat(customerOf(office, hold)).isEqualTo(first.toString());
            assertThat((String)
                            day.office.siteManager.get(day.path + "/tickets").path("items[0].customer"))
                    .isEqualTo(first.toString());
        });
        assertThat((String) place(office, own).path("consultant")).isEqualTo("li.na");
        assertThat(place(office, place).<Object>path("endReason")).isNull();
        assertThat((String) place(office, place).path("customer")).isEqualTo(goes.toString());
        assertThat((String) place(office, place).path("consultant")).isEqualTo("wang.lei");
    }

    private static CustomersUnmerged unmerged(AnOffice office, UUID stays, UUID goes, List<UUID> records) {
        return new CustomersUnmerged(
                stays, office.project, Instant.now(), goes, records, "wang.lei", "li.na", Instant.now(), List.of());
    }

    private static String customerOf(AnOffice office, String hold) {
        return office.siteManager.get("/api/v1/holds/" + hold).path("customer");
    }

    private UUID registered(AnOffice office, String owner) {
        var customer = UUID.randomUUID();
        customers.tells(new CustomerRegistered(
                customer, office.project, Instant.now(), "K-1", owner, "WALK_IN", null, "张**", null, null));
        return customer;
    }

    private static void refusedSoon(Callable<Response> asked) {
        await().until(() -> "CUSTOMER_IS_NOT_YOURS".equals(asked.call().path("code")));
    }

    private static Response hold(Ask consultant, String unit, UUID customer) {
        return consultant.post("/api/v1/holds", Map.of("unit", unit, "customer", customer));
    }

    private static Response join(Ask consultant, String unit, UUID customer) {
        return consultant.post("/api/v1/waiting-places", Map.of("unit", unit, "customer", customer));
    }

    private static Response place(AnOffice office, String id) {
        return office.siteManager.get("/api/v1/waiting-places/" + id);
    }
}
