package org.anchang.customer.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    private static Map<String, Object> next(Object customer, LocalDate on) {
        return Map.of("customer", customer, "said", "x", "intentGrade", "C", "nextPlanOn", on.toString());
    }
}
