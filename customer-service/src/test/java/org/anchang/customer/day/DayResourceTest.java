package org.anchang.customer.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DayResourceTest {
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

    private JsonPath day(Ask who) {
        var answer = who.get("/api/v1/day?project=" + office.project);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static int day(Ask who, String project) {
        return who.get("/api/v1/day?project=" + project).statusCode();
    }
}
