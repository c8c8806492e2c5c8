package org.anchang.customer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LossResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("TRK-3 TRK-6 who does not buy: objection, reason, units, days since the first viewing, and the visits")
    void appliedAndConfirmed() {
        var customer = office.customerOf("li.na", 12);
        Office.at(
                        Instant.now().minus(Duration.ofDays(10)),
                        office.as("li.na"),
                        "/api/v1/visits",
                        Map.of("project", office.project, "customer", customer, "note", "看了三号楼"))
                .then()
                .statusCode(201);

        var applied = giveUp("li.na", customer);
        var again = giveUp("li.na", customer);
        var confirmed = office.siteManager()
                .post("/api/v1/losses/" + applied.jsonPath().getString("id") + "/confirmation", Map.of("pool", true));

        assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(201);
        assertThat(applied.jsonPath().getString("state")).isEqualTo("APPLIED");
        assertThat(again.jsonPath().getString("code")).isEqualTo("LOSS_IS_APPLIED_FOR");
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        var row = office.siteManager()
                .get("/api/v1/losses?project=" + office.project + "&state=CONFIRMED")
                .jsonPath();
        assertThat(row.getInt("items[0].days")).isEqualTo(10);
        assertThat(row.getString("items[0].objection")).isEqualTo("TOTAL_PRICE");
        assertThat(row.getString("items[0].reason")).isEqualTo("总价超预算");
        assertThat(row.getString("items[0].units")).isEqualTo("3-1-1203");
        assertThat(row.getList("items[0].visits.content")).containsExactly("看了三号楼");
        assertThat(office.with("sales-manager")
                        .get("/api/v1/losses?project=" + office.project)
                        .jsonPath()
                        .getString("items[0].reason"))
                .as("CUS-6")
                .isNull();
        assertThat(office.as("wang.lei")
                        .get("/api/v1/pool/" + office.project)
                        .jsonPath()
                        .getList("items.id"))
                .as("TRK-5")
                .containsExactly(customer.toString());
    }

    @Test
    @DisplayName("TRK-6 the manager returns it with a word, once; the consultant goes on and may apply again")
    void returned() {
        var customer = office.customerOf("li.na", 5);
        var path = "/api/v1/losses/" + giveUp("li.na", customer).jsonPath().getString("id");
        var overdue = "/api/v1/overdue/" + office.project + "?kind=FIRST_FOLLOW_UP";

        var returned = office.siteManager().post(path + "/return", Map.of("word", "再约一次"));
        var late = office.siteManager().post(path + "/confirmation", Map.of("pool", false));
        var listed = office.as("li.na").get(overdue).jsonPath();
        var second = giveUp("li.na", customer);
        office.siteManager()
                .post("/api/v1/losses/" + second.jsonPath().getString("id") + "/confirmation", Map.of("pool", false))
                .then()
                .statusCode(200);

        assertThat(returned.jsonPath().getString("state")).isEqualTo("RETURNED");
        assertThat(returned.jsonPath().getString("word")).isEqualTo("再约一次");
        assertThat(late.jsonPath().getString("code")).isEqualTo("LOSS_IS_DECIDED");
        assertThat(listed.getList("items.customer")).containsExactly(customer.toString());
        assertThat(office.as("li.na").get(overdue).jsonPath().getList("items")).isEmpty();
    }

    @Test
    @DisplayName("TRK-6 TRK-5 whoever buys, is locked, or is another's since it was applied for is not given up by it")
    void askedAgain() {
        var buyer = office.customerOf("li.na");
        var locked = office.customerOf("li.na");
        var moved = office.customerOf("li.na");
        office.hires("wang.lei");
        var ofBuyer = applied(buyer);
        var ofLocked = applied(locked);
        var ofMoved = applied(moved);
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(new TicketIssued(
                    UUID.randomUUID(), office.project, Instant.now(), "T-1", buyer, "li.na", UUID.randomUUID()));
        }
        office.siteManager()
                .post(
                        "/api/v1/pool-locks",
                        Map.of(
                                "customer",
                                locked,
                                "until",
                                OfficeClock.dateOf(Instant.now()).plusDays(2),
                                "reason",
                                "老业主亲属"))
                .then()
                .statusCode(201);
        office.with("sales-supervisor")
                .post("/api/v1/customers/" + moved + "/reassignments", Map.of("to", "wang.lei", "reason", "客户要求"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(code(giveUp("li.na", buyer))).isEqualTo("CUSTOMER_HAS_A_DEAL"));

        for (var pool : List.of(true, false)) {
            assertThat(code(confirm(ofBuyer, pool))).isEqualTo("CUSTOMER_HAS_A_DEAL");
            assertThat(code(confirm(ofMoved, pool))).isEqualTo("OWNER_HAS_CHANGED");
        }
        assertThat(code(confirm(ofLocked, true))).isEqualTo("CUSTOMER_IS_LOCKED");
        assertThat(confirm(ofLocked, false).statusCode())
                .as("given up, and still li.na's")
                .isEqualTo(200);
        for (var stays : List.of(ofBuyer, ofMoved)) {
            office.siteManager()
                    .post("/api/v1/losses/" + stays + "/return", Map.of("word", "继续跟进"))
                    .then()
                    .statusCode(200);
        }
        assertThat(office.siteManager()
                        .get("/api/v1/pool/" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private String applied(UUID customer) {
        return giveUp("li.na", customer).jsonPath().getString("id");
    }

    private Response confirm(String loss, boolean pool) {
        return office.siteManager().post("/api/v1/losses/" + loss + "/confirmation", Map.of("pool", pool));
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    @Test
    @DisplayName("SEC-1 TRK-6 another's customer is not there to be given up, and no consultant confirms")
    void others() {
        var customer = office.customerOf("li.na");
        var applied = giveUp("li.na", customer).jsonPath().getString("id");

        assertThat(giveUp("wang.lei", customer).statusCode()).isEqualTo(404);
        assertThat(office.as("li.na")
                        .post("/api/v1/losses/" + applied + "/confirmation", Map.of("pool", false))
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.as("wang.lei")
                        .get("/api/v1/losses?project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(new Office()
                        .siteManager()
                        .post("/api/v1/losses/" + applied + "/confirmation", Map.of("pool", false))
                        .statusCode())
                .isEqualTo(404);
    }

    private Response giveUp(String consultant, UUID customer) {
        return office.as(consultant)
                .post(
                        "/api/v1/losses",
                        Map.of(
                                "customer", customer,
                                "objection", "TOTAL_PRICE",
                                "reason", "总价超预算",
                                "units", "3-1-1203"));
    }
}
