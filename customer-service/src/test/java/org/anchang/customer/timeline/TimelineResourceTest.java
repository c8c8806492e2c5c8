package org.anchang.customer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.RefundApproved;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.OrderFormSigned;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TimelineResourceTest {
    private static final Instant AT = Instant.parse("2026-10-01T02:00:00Z");

    private final Office office = new Office();

    @Test
    @DisplayName(
            "CUS-9 SEC-1 all that happened with a customer stands in one timeline, by kind and page, its texts for owner and site manager alone")
    void oneTimeline() {
        var customer = office.customerOf("li.na", 3);
        office.visit("li.na", customer).then().statusCode(201);
        office.as("li.na")
                .post(
                        "/api/v1/follow-ups",
                        Map.of(
                                "customer",
                                customer,
                                "said",
                                "想看三房",
                                "intentGrade",
                                "B",
                                "nextPlanOn",
                                LocalDate.now(OfficeClock.OFFICE_ZONE)
                                        .plusDays(9)
                                        .toString()))
                .then()
                .statusCode(201);
        office.hires("wang.lei");
        office.siteManager()
                .post("/api/v1/customers/" + customer + "/reassignments", Map.of("to", "wang.lei", "reason", "客户要求"))
                .then()
                .statusCode(200);

        var all = timeline("wang.lei", customer, "");

        assertThat(all.getList("items.kind")).containsExactly("PLAN", "OWNER", "FOLLOW_UP", "VISIT", "REGISTERED");
        assertThat(all.getString("items[2].texts.said")).isEqualTo("想看三房");
        assertThat(all.getString("items[2].facts.grade")).isEqualTo("B");
        assertThat(all.getString("items[1].facts.from")).isEqualTo("li.na");
        assertThat(all.getString("items[1].texts.reason")).isEqualTo("客户要求");
        assertThat(timeline("wang.lei", customer, "?kind=VISIT&kind=FOLLOW_UP").getList("items.kind"))
                .containsExactly("FOLLOW_UP", "VISIT");
        var page = timeline("wang.lei", customer, "?limit=3");
        var rest = timeline("wang.lei", customer, "?limit=3&cursor=" + page.getString("next"));
        assertThat(page.getList("items.kind")).containsExactly("PLAN", "OWNER", "FOLLOW_UP");
        assertThat(rest.getList("items.kind")).containsExactly("VISIT", "REGISTERED");
        var seen = office.with("sales-manager")
                .get("/api/v1/customers/" + customer + "/timeline")
                .jsonPath();
        assertThat(seen.getList("items.kind")).hasSize(5);
        assertThat(seen.<Map<String, String>>getList("items.texts")).as("CUS-6").allMatch(Map::isEmpty);
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + customer + "/timeline")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/" + customer + "/timeline?cursor=eA")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "CUS-9 what other services tell of a customer's deals stands there too, once each, an approval that comes before its deal as well")
    void told() {
        var first = office.customerOf("li.na");
        var stays = office.customerOf("li.na");
        var deal = UUID.randomUUID();
        var unit = UUID.randomUUID();
        var terms = new DealEvent.Terms(
                first, "li.na", "RESIDENCE", new BigDecimal("100.00"), new BigDecimal("1190000.00"), "1栋-1-101");
        try (var approvals = new Neighbour(ApprovalEvent.TOPIC);
                var deals = new Neighbour(DealEvent.TOPIC)) {
            approvals.tells(
                    new RefundApproved(UUID.randomUUID(), office.project, AT, UUID.randomUUID(), deal, Map.of()));
            deals.tells(new TicketIssued(deal, office.project, AT, "PH-1", first, "li.na", unit));
            deals.tells(new OrderFormSigned(
                    deal,
                    office.project,
                    AT.plusSeconds(60),
                    UUID.randomUUID(),
                    1,
                    unit,
                    new BigDecimal("12000.00"),
                    BigDecimal.ZERO,
                    terms));
            deals.tells(new DealFiled(
                    deal, office.project, AT.plusSeconds(120), unit, "BA-1", LocalDate.of(2026, 10, 1), terms));

            await().until(() -> timeline("li.na", first, "?kind=FILING&kind=APPROVAL")
                            .getList("items")
                            .size()
                    == 2);
        }
        office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges", Map.of("merged", first, "reason", "同一人"))
                .then()
                .statusCode(200);
        var told = timeline("li.na", stays, "?kind=FILING&kind=APPROVAL&kind=TICKET&kind=ORDER_FORM");

        assertThat(told.getList("items.what"))
                .as("CUS-3 of a merged record too")
                .containsExactlyInAnyOrder("DealFiled", "OrderFormSigned", "TicketIssued", "RefundApproved");
        assertThat(told.getString("items[0].what")).isEqualTo("DealFiled");
        assertThat(told.getString("items[0].facts.number")).isEqualTo("BA-1");
        assertThat(told.getString("items[1].facts.amount")).isEqualTo("1190000.00");
        assertThat(told.getString("items[1].facts.home")).isEqualTo("1栋-1-101");
        for (var query : List.of("&unit=1-101", "&query=1栋-1-101")) {
            assertThat(office.as("li.na")
                            .get("/api/v1/customers?project=" + office.project + query)
                            .jsonPath()
                            .getList("items.id"))
                    .as("CUS-9 the customers of a unit")
                    .containsExactly(stays.toString());
        }
    }

    private JsonPath timeline(String consultant, UUID customer, String query) {
        var answer = office.as(consultant).get("/api/v1/customers/" + customer + "/timeline" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
