package org.anchang.customer.care.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ComplaintResourceTest {
    private final Office office = new Office();

    @Inject
    Database database;

    @Test
    @DisplayName("CAR-2 a complaint goes to the customer's consultant, is answered, judged by the customer and closed")
    void wholeCase() {
        var customer = office.customerOf("li.na");
        var opened = open("wang.lei", Map.of("customer", customer));
        var path = "/api/v1/complaints/" + opened.jsonPath().getString("id");

        var tooEarly = office.as("li.na").post(path + "/satisfaction", Map.of("satisfaction", 5));
        var byOther = office.as("wang.lei").post(path + "/answer", Map.of("answer", "x"));
        var answered = office.as("li.na").post(path + "/answer", Map.of("answer", "已安排维修"));
        var rated = office.as("li.na").post(path + "/satisfaction", Map.of("satisfaction", 4, "note", "还算满意"));
        var afterwards = office.as("li.na").post(path + "/answer", Map.of("answer", "x"));

        assertThat(opened.jsonPath().getString("owner")).isEqualTo("li.na");
        assertThat(code(tooEarly)).isEqualTo("CASE_HAS_NO_ANSWER");
        assertThat(code(byOther)).isEqualTo("CASE_IS_NOT_YOURS");
        assertThat(answered.jsonPath().getString("state")).isEqualTo("ANSWERED");
        assertThat(rated.jsonPath().getString("state")).isEqualTo("CLOSED");
        assertThat(code(afterwards)).isEqualTo("CASE_IS_CLOSED");
        var read = office.siteManager().get(path).jsonPath();
        assertThat(read.getList("steps.kind")).containsExactly("OPENED", "ANSWERED", "RATED");
        assertThat(read.getList("steps.said")).containsExactly(null, "已安排维修", "还算满意");
        assertThat(read.getString("personName")).isEqualTo("张三");
        assertThat(office.with("sales-manager").get(path).jsonPath().getString("text"))
                .as("CUS-6")
                .isNull();
    }

    @Test
    @DisplayName(
            "CAR-2 a case is due by the setting, and past its day without an answer it is escalated; today is not past")
    void escalated() {
        var began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var today = OfficeClock.dateOf(began);
        var opened = open(
                "li.na", Map.of("personName", "老周", "dueOn", today.plusDays(1).toString()));
        var id = opened.jsonPath().getString("id");

        assertThat(dueOnOf(open("li.na", Map.of("personName", "老吴"))))
                .as("three days by default")
                .isBetween(today.plusDays(3), today.plusDays(4));
        assertThat(escalated(began)).doesNotContain(id);
        assertThat(escalated(began.plus(1, ChronoUnit.DAYS))).doesNotContain(id);
        assertThat(escalated(began.plus(2, ChronoUnit.DAYS))).contains(id);
        office.as("li.na")
                .post("/api/v1/complaints/" + id + "/answer", Map.of("answer", "x"))
                .then()
                .statusCode(200);
        assertThat(escalated(began.plus(2, ChronoUnit.DAYS))).doesNotContain(id);
    }

    @Test
    @DisplayName("CAR-2 a case is about somebody, is not due in the past, and is handed over with a reason that stays")
    void handedOver() {
        office.hires("wang.lei");
        var id = open("li.na", Map.of("personName", "老郑")).jsonPath().getString("id");
        var path = "/api/v1/complaints/" + id;

        var handed = office.siteManager().post(path + "/hand-over", Map.of("owner", "wang.lei", "reason", "当事人回避"));
        var again = office.siteManager().post(path + "/hand-over", Map.of("owner", "wang.lei", "reason", "x"));
        var unknown = office.siteManager().post(path + "/hand-over", Map.of("owner", "no.body", "reason", "x"));

        assertThat(code(open("li.na", Map.of()))).isEqualTo("CASE_IS_ABOUT_NOBODY");
        assertThat(code(open("li.na", Map.of("personName", "x", "dueOn", "2020-01-01"))))
                .isEqualTo("CASE_DUE_DATE_IS_PAST");
        assertThat(handed.jsonPath().getString("owner")).isEqualTo("wang.lei");
        assertThat(handed.jsonPath().getString("steps[1].said")).isEqualTo("当事人回避");
        assertThat(code(again)).isEqualTo("CASE_OWNER_IS_THE_SAME");
        assertThat(code(unknown)).isEqualTo("CASE_OWNER_UNKNOWN");
        assertThat(office.as("sun.yue").get(path).statusCode()).as("SEC-1").isEqualTo(404);
    }

    @Test
    @DisplayName("CAR-2 the database removes no complaint and none of its steps; what was said stands sealed")
    void stays() {
        var id = UUID.fromString(
                open("li.na", Map.of("personName", "老何")).jsonPath().getString("id"));

        for (var sql : List.of(
                "DELETE FROM complaint WHERE id = '" + id + "'",
                "TRUNCATE complaint CASCADE",
                "DELETE FROM complaint_step WHERE complaint = '" + id + "'")) {
            assertThatThrownBy(() -> database.sql(sql).write())
                    .as("the service itself")
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Superuser.run(sql)).hasStackTraceContaining("only ever added to");
        }
        assertThat(database.sql("SELECT to_jsonb(c)::text FROM complaint c WHERE id = :id")
                        .with("id", id)
                        .one(String.class))
                .doesNotContain("老何", "漏水");
    }

    private List<String> escalated(Instant at) {
        return office.siteManager()
                .request()
                .header("X-Office-Clock", at.toString())
                .get("/api/v1/complaints?escalated=true&project=" + office.project)
                .jsonPath()
                .getList("items.id");
    }

    private static LocalDate dueOnOf(Response opened) {
        return LocalDate.parse(opened.jsonPath().getString("dueOn"));
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }

    private Response open(String by, Map<String, Object> more) {
        var wish = new HashMap<String, Object>(
                Map.of("project", office.project, "kind", "COMPLAINT", "way", "PHONE", "text", "卫生间漏水"));
        wish.putAll(more);
        return office.as(by).post("/api/v1/complaints", wish);
    }
}
