package org.anchang.customer.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.FollowUpRecorded;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class FollowUpResourceTest {
    private final Office office = new Office();
    private final LocalDate today = LocalDate.now(OfficeClock.OFFICE_ZONE);

    @Test
    @DisplayName(
            "TRK-1 a follow-up keeps what was said, moves the grade and plans the next, which the next talk fulfils")
    void followUp() {
        var customer = office.customerOf("li.na");
        var body = Map.of(
                "customer", customer,
                "said", "介绍三号楼",
                "response", "想看高层",
                "intentGrade", "B",
                "nextPlanOn", today.plusDays(3).toString());

        var first = office.as("li.na").post("/api/v1/follow-ups", body);
        var planned = office.as("li.na")
                .get("/api/v1/follow-ups?customer=" + customer + "&dueUntil=" + today.plusDays(3))
                .jsonPath();
        var second = office.as("li.na")
                .post("/api/v1/follow-ups", Map.of("customer", customer, "said", "约好周末", "intentGrade", "A"));

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(planned.getList("items.dueOn"))
                .containsExactly(today.plusDays(3).toString());
        assertThat(planned.getString("items[0].customerName")).isEqualTo("张三");
        assertThat(office.with("sales-manager")
                        .get("/api/v1/follow-ups?customer=" + customer)
                        .jsonPath()
                        .getList("items.customerName"))
                .as("SEC-1")
                .containsOnly("张**");
        assertThat(second.jsonPath().getString("id")).isEqualTo(planned.getString("items[0].id"));
        assertThat(second.jsonPath().getString("state")).isEqualTo("DONE");
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + customer)
                        .jsonPath()
                        .getString("intentGrade"))
                .isEqualTo("A");
        assertThat(office.as("li.na")
                        .get("/api/v1/follow-ups?customer=" + customer)
                        .jsonPath()
                        .getList("items.state"))
                .containsExactly("DONE", "DONE");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            assertThat(heard.await(customer, FollowUpRecorded.class).intentGrade())
                    .isEqualTo("B");
        }
    }

    @Test
    @DisplayName("TRK-1 the next follow-up is not planned for the past; today is early enough")
    void notInThePast() {
        var customer = office.customerOf("li.na");

        var past = office.as("li.na").post("/api/v1/follow-ups", next(customer, today.minusDays(1)));
        var sameDay = office.as("li.na").post("/api/v1/follow-ups", next(customer, today));

        assertThat(past.jsonPath().getString("code")).isEqualTo("NEXT_PLAN_IS_PAST");
        assertThat(sameDay.statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("SEC-1 nobody follows up another's customer, or reads what was said")
    void ownOnly() {
        var customer = office.customerOf("li.na");
        office.as("li.na").post("/api/v1/follow-ups", next(customer, today));

        assertThat(office.as("wang.lei")
                        .post("/api/v1/follow-ups", next(customer, today))
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.as("wang.lei")
                        .get("/api/v1/follow-ups?customer=" + customer)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(office.siteManager()
                        .get("/api/v1/follow-ups?customer=" + customer)
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
    }

    @Test
    @DisplayName("TRK-1 a plan of its own says what is done next, how, until when and why; a talk fulfils it")
    void planOfItsOwn() {
        var customer = office.customerOf("li.na");

        var planned = office.as("li.na").post("/api/v1/follow-ups/plans", plan(customer, "CALL", 2));
        var id = planned.jsonPath().getString("id");
        var otherwise = office.as("li.na")
                .post(
                        "/api/v1/follow-ups/" + id + "/plan",
                        Map.of("way", "HOME_VISIT", "dueOn", today.plusDays(4).toString()));
        var done = office.as("li.na")
                .post(
                        "/api/v1/follow-ups",
                        Map.of("customer", customer, "said", "看了样板间", "intentGrade", "A", "way", "VISIT"));
        var late = office.as("li.na")
                .post(
                        "/api/v1/follow-ups/" + id + "/plan",
                        Map.of("way", "CALL", "dueOn", today.plusDays(4).toString()));

        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(201);
        assertThat(planned.jsonPath().getString("action")).isEqualTo("发价目表");
        assertThat(planned.jsonPath().getString("purpose")).isEqualTo("约看房");
        assertThat(planned.jsonPath().getString("plannedBy")).isEqualTo("li.na");
        assertThat(otherwise.jsonPath().getString("way")).isEqualTo("HOME_VISIT");
        assertThat(otherwise.jsonPath().getString("dueOn"))
                .isEqualTo(today.plusDays(4).toString());
        assertThat(done.jsonPath().getString("id")).isEqualTo(id);
        assertThat(done.jsonPath().getString("way")).isEqualTo("VISIT");
        assertThat(late.jsonPath().getString("code")).isEqualTo("FOLLOW_UP_IS_DONE");
    }

    @Test
    @DisplayName("TRK-1 a superior plans a task for the owner; another consultant does not, and nobody into the past")
    void plannedByOthers() {
        var customer = office.customerOf("li.na");

        var task = office.siteManager().post("/api/v1/follow-ups/plans", plan(customer, "CALL", 1));
        var stranger = office.as("wang.lei").post("/api/v1/follow-ups/plans", plan(customer, "CALL", 1));
        var past = office.as("li.na").post("/api/v1/follow-ups/plans", plan(customer, "CALL", -1));

        assertThat(task.statusCode()).as(task.asString()).isEqualTo(201);
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(past.jsonPath().getString("code")).isEqualTo("NEXT_PLAN_IS_PAST");
        assertThat(office.as("li.na")
                        .get("/api/v1/follow-ups?customer=" + customer)
                        .jsonPath()
                        .getList("items.plannedBy"))
                .containsExactly("chen.jing");
    }

    @Test
    @DisplayName(
            "TRK-1 REC-3 a substitute records what happened in the visit that they received, once; nobody else does")
    void substituteRecords() {
        var customer = office.customerOf("li.na");
        office.as("li.na").post("/api/v1/follow-ups/plans", plan(customer, "CALL", 2));
        office.absence("li.na", "LEAVE", Instant.now(), Instant.now().plusSeconds(3600));
        var visit = office.visit("wang.lei", customer).jsonPath().getString("id");
        var body = Map.of("customer", customer, "visit", visit, "said", "看了沙盘", "intentGrade", "B");

        var stranger = office.as("zhou.ting").post("/api/v1/follow-ups", body);
        var recorded = office.as("wang.lei").post("/api/v1/follow-ups", body);
        var again = office.as("wang.lei").post("/api/v1/follow-ups", body);

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(recorded.jsonPath().getString("customerName")).as("SEC-1").isEqualTo("张**");
        assertThat(again.jsonPath().getString("code")).isEqualTo("VISIT_IS_RECORDED_ALREADY");
        assertThat(office.as("li.na")
                        .get("/api/v1/follow-ups?customer=" + customer)
                        .jsonPath()
                        .getList("items.state"))
                .containsExactly("PLANNED", "DONE");
    }

    private Map<String, Object> plan(Object customer, String way, int days) {
        return Map.of(
                "customer",
                customer,
                "plan",
                Map.of(
                        "way",
                        way,
                        "action",
                        "发价目表",
                        "dueOn",
                        today.plusDays(days).toString(),
                        "purpose",
                        "约看房"));
    }

    private static Map<String, Object> next(Object customer, LocalDate on) {
        return Map.of("customer", customer, "said", "x", "intentGrade", "C", "nextPlanOn", on.toString());
    }
}
