package org.anchang.customer.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.PromisedAnswers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(NeighboursStandIn.class)
class DayResourceTest {
    private static final PromisedAnswers APPROVALS = new PromisedAnswers("approval-service");
    private static final PromisedAnswers INVENTORY = new PromisedAnswers("inventory-service");
    private static final PromisedAnswers DEALS = new PromisedAnswers("deal-service");

    private final Office office = new Office();

    @Test
    @DisplayName(
            "TRK-1 TEL-1 TEL-2 CAR-2 a consultant's day is one answer: what waits of each kind, with counts; a superior's is what waits for anybody")
    void day() {
        var today = LocalDate.now(OfficeClock.OFFICE_ZONE);
        var late = office.customerOf("li.na", 3);
        Office.at(
                        Instant.now().minus(Duration.ofDays(2)),
                        office.as("li.na"),
                        "/api/v1/follow-ups/plans",
                        Map.of(
                                "customer",
                                late,
                                "plan",
                                Map.of(
                                        "way",
                                        "CALL",
                                        "action",
                                        "约看样板间",
                                        "dueOn",
                                        today.minusDays(1).toString())))
                .then()
                .statusCode(201);
        var fresh = office.customerOf("li.na");
        office.customerOf("wang.lei");
        office.siteManager()
                .post(
                        "/api/v1/messages",
                        Map.of("project", office.project, "recipient", "li.na", "text", "张先生问车位", "callerName", "张先生"))
                .then()
                .statusCode(201);
        office.as("wang.lei")
                .post("/api/v1/missed-calls", Map.of("project", office.project, "phone", Office.freshPhone()))
                .then()
                .statusCode(201);
        office.as("li.na")
                .post(
                        "/api/v1/complaints",
                        Map.of(
                                "project",
                                office.project,
                                "kind",
                                "COMPLAINT",
                                "way",
                                "PHONE",
                                "customer",
                                fresh,
                                "text",
                                "等太久",
                                "dueOn",
                                today.toString()))
                .then()
                .statusCode(201);

        var own = day(office.as("li.na"));
        var whole = day(office.siteManager());

        assertThat(own.getList("of.kind"))
                .containsExactly("MESSAGE", "MISSED_CALL", "PLAN", "COMPLAINT", "NEW_CUSTOMER");
        assertThat(own.getList("of.count")).containsExactly(1, 1, 1, 1, 1);
        assertThat(own.getString("of[0].items[0].texts.body")).isEqualTo("张先生问车位");
        assertThat(own.getString("of[2].items[0].customer")).isEqualTo(late.toString());
        assertThat(own.getString("of[2].items[0].customerName")).isEqualTo("张三");
        assertThat(own.getString("of[2].items[0].texts.action")).isEqualTo("约看样板间");
        assertThat(own.getInt("of[2].late")).isEqualTo(1);
        assertThat(own.getString("of[4].items[0].customer")).isEqualTo(fresh.toString());
        assertThat(whole.getList("of.kind"))
                .as("another's messages are no superior's, and of complaints what is late")
                .containsExactly("MISSED_CALL", "PLAN", "NEW_CUSTOMER");
        assertThat(whole.getInt("of[2].count")).isEqualTo(2);
        assertThat(day(new Office().as("li.na"), office.project)).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "APR-2 INV-5 DEP-2 forms to sign, holds that run out, top-ups and signing dates stand on the same sheet, what"
                    + " is due first before the others; the customer's name in full for the own consultant")
    void neighbours() {
        var customer = office.customerOf("li.na");
        var now = Instant.now();
        var today = LocalDate.now(OfficeClock.OFFICE_ZONE);
        var later = hold(customer, "3栋-1单元-3102", now.plusSeconds(1200));
        var sooner = hold(customer, "3栋-1单元-3101", now.plusSeconds(300));
        tells(INVENTORY, "/api/v1/holds", "{\"items\":[%s,%s]}".formatted(later, sooner));
        tells(APPROVALS, "/api/v1/approval-tasks", "{\"items\":[%s]}".formatted(task(now.minusSeconds(60))));
        tells(
                APPROVALS,
                "/api/v1/approval-tasks/counts",
                "{\"items\":[{\"form\":\"SWAP\",\"tasks\":3,\"overdue\":1},{\"form\":\"VOID\",\"tasks\":1,\"overdue\":0}]}");
        tells(DEALS, "/api/v1/deals/due", """
                {"items":[{"stage":"RESERVED","deals":1,"overdue":0,"first":[]},
                          {"stage":"SUBSCRIBED","deals":21,"overdue":2,"first":[%s]}]}""".formatted(deal(customer, today.minusDays(1))));

        var own = day(office.as("li.na"));

        assertThat(own.getList("unanswered")).isEmpty();
        assertThat(own.getList("of.kind")).containsExactly("HOLD", "APPROVAL", "NEW_CUSTOMER", "TOP_UP", "SIGNING");
        assertThat(own.getList("of[0].items.facts.label")).containsExactly("3栋-1单元-3101", "3栋-1单元-3102");
        assertThat(own.getList("of[0].items.customerName")).containsOnly("张三");
        assertThat(Instant.parse(own.getString("of[0].items[0].at"))).isEqualTo(now.plusSeconds(300));
        assertThat(own.getInt("of[1].count")).isEqualTo(4);
        assertThat(own.getInt("of[1].late")).isEqualTo(1);
        assertThat(own.getBoolean("of[1].items[0].late")).isTrue();
        assertThat(own.getString("of[1].items[0].facts.form")).isEqualTo("SWAP");
        assertThat(own.getInt("of[4].count")).isEqualTo(21);
        assertThat(own.getInt("of[4].late")).isEqualTo(2);
        assertThat(own.getString("of[4].items[0].dueOn"))
                .isEqualTo(today.minusDays(1).toString());
        assertThat(own.getString("of[4].items[0].facts.total")).isEqualTo("980000.00");
        assertThat(own.getString("of[4].items[0].customerName")).isEqualTo("张三");
        assertThat(day(office.siteManager()).getList("of.kind"))
                .as("who sells nothing by themselves holds no homes")
                .containsExactly("APPROVAL", "NEW_CUSTOMER", "TOP_UP", "SIGNING");
        assertThat(day(office.with("finance")).getList("of.kind"))
                .as("SEC-1 whose customers others are is none of theirs")
                .containsExactly("APPROVAL", "TOP_UP", "SIGNING");
    }

    @Test
    @DisplayName("a service that does not answer is named on the sheet of the day, and all else stands")
    void unanswered() {
        office.customerOf("li.na");
        tells(DEALS, "/api/v1/deals/due", "{\"items\":[]}");

        var own = day(office.as("li.na"));

        assertThat(own.getList("of.kind")).containsExactly("NEW_CUSTOMER");
        assertThat(own.getList("unanswered")).containsExactly("APPROVALS", "HOLDS");
    }

    private void tells(PromisedAnswers neighbour, String path, String body) {
        neighbour.mayBe("get", path, body);
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .put(System.getProperty(NeighboursStandIn.ADDRESS) + path + "?project=" + office.project)
                .then()
                .statusCode(200);
    }

    private String hold(UUID customer, String label, Instant ends) {
        return """
                {"id":"%s","project":"%s","unit":"%s","label":"%s","productType":"RESIDENCE","customer":"%s","customerName":"张*",\
                "consultant":"li.na","heldAt":"2026-11-02T02:00:00Z","expiresAt":"%s","actions":[]}""".formatted(UUID.randomUUID(), office.project, UUID.randomUUID(), label, customer, ends);
    }

    private String task(Instant due) {
        return """
                {"id":"%s","approval":"%s","project":"%s","form":"SWAP","step":"site-manager","role":"site-manager","persons":[],\
                "gives":[],"request":"%s","deal":"%s","applicant":"wang.lei","fields":{},"openedAt":"2026-11-02T02:00:00Z",\
                "dueAt":"%s","actions":[]}""".formatted(
                UUID.randomUUID(), UUID.randomUUID(), office.project, UUID.randomUUID(), UUID.randomUUID(), due);
    }

    private String deal(UUID customer, LocalDate due) {
        return """
                {"id":"%s","project":"%s","ticket":"T000001","stage":"SUBSCRIBED","stageSince":"2026-11-02T02:00:00Z",\
                "customer":"%s","customerName":"张*","consultant":"li.na","buyers":[],"lines":[{"kind":"HOME",\
                "label":"3栋-1单元-3103","listTotal":"1000000.00"}],"hold":"%s","total":"980000.00","price":"980000.00",\
                "depositTotal":"50000.00","fullDeposit":"50000.00","depositOutstanding":"0.00","unitConfirmed":true,"signBy":"%s",\
                "dueOn":"%s","overdue":true,"openedAt":"2026-11-01T02:00:00Z","version":3,"actions":[]}""".formatted(UUID.randomUUID(), office.project, customer, UUID.randomUUID(), due, due);
    }

    private JsonPath day(Ask who) {
        var answer = who.get("/api/v1/day?project=" + office.project);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static int day(Ask who, String project) {
        return who.get("/api/v1/day?project=" + project).statusCode();
    }
}
