package org.anchang.customer.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.FilingCancelled;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RewardProcessTest {
    private final LocalDate today = LocalDate.now(OfficeClock.OFFICE_ZONE);

    private final Office office = new Office();
    private final UUID deal = UUID.randomUUID();

    @Test
    @DisplayName(
            "REF-3 the introducer's reward is one line, though the filing is told twice; finance pays it once when it"
                    + " is due, and it is owed back once the filing is cancelled")
    void rewardOnce() {
        office.sets("REFERRAL_REWARD", "2000.00");
        var introducer = office.customerOf("li.na");
        var brought = brought(introducer);
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(filed(deal, brought, today.minusDays(30)));
            deals.tells(filed(deal, brought, today.minusDays(30)));
            // The stream of another deal may be read first.
            await().until(() -> rewards().getList("items").size() == 1);
            deals.tells(filed(UUID.randomUUID(), brought, today));
            await().until(() -> rewards().getList("items").size() == 2);

            assertThat(rewards().getList("items.introducer")).containsOnly(introducer.toString());
            assertThat(rewards().getString("items[1].amount")).isEqualTo("2000.00");
            assertThat(rewards().getString("items[1].dueOn")).isEqualTo(today.toString());
            var due = rewards().getString("items[1].id");
            var early = rewards().getString("items[0].id");

            assertThat(code(pay(early, "FK-1"))).isEqualTo("REWARD_IS_NOT_DUE");
            office.sets("REFERRAL_BUDGET", "1999.99");
            assertThat(code(pay(due, "FK-1"))).isEqualTo("REWARD_EXCEEDS_BUDGET");
            office.sets("REFERRAL_BUDGET", "2000.00");
            pay(due, "FK-1").then().statusCode(200);
            assertThat(code(pay(due, "FK-2"))).isEqualTo("REWARD_IS_NOT_OPEN");
            var budget = office.with("finance")
                    .get("/api/v1/referral-rewards/budget?project=" + office.project)
                    .jsonPath();
            assertThat(budget.getString("paid")).isEqualTo("2000.00");
            assertThat(budget.getString("open")).isEqualTo("2000.00");
            assertThat(office.as("wang.lei")
                            .get("/api/v1/referral-rewards?project=" + office.project)
                            .jsonPath()
                            .getList("items"))
                    .as("SEC-1")
                    .isEmpty();

            deals.tells(
                    new FilingCancelled(deal, office.project, Instant.now(), "BA-1", today, "CANCELLED_BY_AUTHORITY"));
            await().until(() -> "TO_RECOVER".equals(rewards().getString("items[1].state")));
            var back = office.with("finance").post("/api/v1/referral-rewards/" + due + "/recovery");
            assertThat(back.jsonPath().getString("state")).isEqualTo("RECOVERED");
        }
    }

    @Test
    @DisplayName("REF-2 customers whose professions need each other are suggested to the consultant who owns both")
    void cooperation() {
        var lawyer = office.customerOf("li.na");
        var trader = office.customerOf("li.na");
        var others = office.customerOf("wang.lei");
        var pair = office.siteManager()
                .post(
                        "/api/v1/profession-pairs",
                        Map.of("project", office.project, "one", "律师", "other", "外贸", "why", "合同审查"));
        pair.then().statusCode(201);
        assertThat(code(office.siteManager()
                        .post(
                                "/api/v1/profession-pairs",
                                Map.of("project", office.project, "one", "外贸", "other", "律师", "why", "x"))))
                .isEqualTo("PAIR_IS_KNOWN");
        set("li.na", trader, "外贸");
        set("wang.lei", others, "外贸");

        var suggested = set("li.na", lawyer, "律师").jsonPath();

        assertThat(suggested.getList("partners.customer")).containsExactly(trader.toString());
        assertThat(suggested.getString("partners[0].why")).isEqualTo("合同审查");
        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/" + lawyer + "/cooperation")
                        .statusCode())
                .isEqualTo(404);
        office.siteManager()
                .post("/api/v1/profession-pairs/" + pair.jsonPath().getString("id") + "/removal")
                .then()
                .statusCode(204);
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + lawyer + "/cooperation")
                        .jsonPath()
                        .getList("partners"))
                .isEmpty();
    }

    private UUID brought(UUID introducer) {
        var visitor = new HashMap<>(office.visitor("李四", Office.freshPhone()));
        visitor.put("channel", "REFERRAL");
        visitor.put("introducedBy", introducer);
        var registered = office.as("li.na").post("/api/v1/customers", visitor);
        registered.then().statusCode(201);
        return UUID.fromString(registered.jsonPath().getString("id"));
    }

    private Response set(String consultant, UUID customer, String profession) {
        return office.as(consultant)
                .post("/api/v1/customers/" + customer + "/profession", Map.of("profession", profession));
    }

    private Response pay(String reward, String record) {
        return office.with("finance")
                .post(
                        "/api/v1/referral-rewards/" + reward + "/payment",
                        Map.of("on", today.toString(), "record", record));
    }

    private JsonPath rewards() {
        return office.with("finance")
                .get("/api/v1/referral-rewards?project=" + office.project)
                .jsonPath();
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }

    private DealFiled filed(UUID of, UUID customer, LocalDate on) {
        return new DealFiled(
                of,
                office.project,
                Instant.now(),
                UUID.randomUUID(),
                "BA-1",
                on,
                new DealEvent.Terms(
                        customer, "li.na", "RESIDENCE", new BigDecimal("100.00"), new BigDecimal("1000000.00"), null));
    }
}
