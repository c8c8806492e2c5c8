package org.anchang.customer.care.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.sql.Database;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CareTaskResourceTest {
    /// Five days before mid-autumn, which is the lunar 8-15.
    private static final String SEPTEMBER = "2026-09-20T02:00:00Z";

    private final Office office = new Office();

    @Inject
    Database database;

    @Inject
    MakingCareTasks making;

    @Test
    @DisplayName(
            "CAR-1 a lunar birthday of the family becomes one task for the owner, days ahead, done with what was sent")
    void birthday() {
        var customer = office.customerOf("li.na");
        var born = Map.<String, Object>of(
                "relation", "PARENT", "name", "张母", "calendar", "LUNAR", "year", 1958, "month", 8, "day", 15);
        record(customer, born).then().statusCode(200);
        record(customer, Map.of("relation", "CHILD", "calendar", "SOLAR", "month", 12, "day", 25));

        making.run();
        var tasks = tasks("li.na");
        assertThat(tasks.getList("items.dueOn")).containsExactly("2026-09-25");
        assertThat(tasks.getString("items[0].personName")).isEqualTo("张母");
        assertThat(tasks.getString("items[0].way")).isEqualTo("CALL_OR_MESSAGE");
        var path = "/api/v1/care-tasks/" + tasks.getString("items[0].id") + "/done";
        assertThat(office.as("wang.lei")
                        .post(path, Map.of("done", "CALL", "what", "x"))
                        .statusCode())
                .as("SEC-1")
                .isEqualTo(404);
        var done = office.as("li.na").post(path, Map.of("done", "CALL", "what", "电话祝福，问候老人"));
        var again = office.as("li.na").post(path, Map.of("done", "CALL", "what", "x"));

        assertThat(done.jsonPath().getString("what")).isEqualTo("电话祝福，问候老人");
        assertThat(again.jsonPath().getString("code")).isEqualTo("CARE_TASK_IS_DONE");
        record(customer, Map.of("relation", "OTHER", "calendar", "SOLAR", "month", 3, "day", 8));
        assertThat(tasks("li.na").getList("items"))
                .as("once a year, though it was done")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "CAR-1 CUS-4 when a customer was born the dossier keeps, whoever learns it; a day that the family keeps by the"
                    + " moon stays beside it")
    void oneBirthDate() {
        var customer = office.customerOf("li.na");
        enters(customer, "1985-06-07");
        assertThat(care(customer).getInt("birthdays[0].year")).isEqualTo(1985);
        enters(customer, "1985-06-08");
        assertThat(care(customer).getList("birthdays.day")).containsExactly(8);
        enters(customer, null);
        assertThat(care(customer).getList("birthdays")).isEmpty();

        record(customer, Map.of("relation", "SELF", "calendar", "SOLAR", "year", 1986, "month", 2, "day", 3))
                .then()
                .statusCode(200);
        assertThat(dossier(customer)).isEqualTo("1986-02-03");

        var other = office.customerOf("li.na");
        record(other, Map.of("relation", "SELF", "calendar", "LUNAR", "year", 1986, "month", 8, "day", 15))
                .then()
                .statusCode(200);
        enters(other, "1986-09-18");
        assertThat(care(other).getList("birthdays.calendar")).containsExactly("LUNAR");
    }

    private void enters(UUID customer, String date) {
        var value = new HashMap<String, Object>(Map.of("field", "birthDate"));
        value.put("value", date);
        office.as("li.na")
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("values", List.of(value)))
                .post("/api/v1/customers/" + customer + "/dossier")
                .then()
                .statusCode(200);
    }

    private JsonPath care(UUID customer) {
        return office.as("li.na").get("/api/v1/customers/" + customer + "/care").jsonPath();
    }

    private String dossier(UUID customer) {
        return office.as("li.na")
                .get("/api/v1/customers/" + customer + "/dossier")
                .jsonPath()
                .getString("fields.find { it.field.key == 'birthDate' }.value");
    }

    @Test
    @DisplayName("CAR-1 a VIP gets a gift or visit; who is VIP is for the owner and the site manager to say")
    void vip() {
        var customer = office.customerOf("li.na");
        var path = "/api/v1/customers/" + customer + "/vip";

        assertThat(office.as("wang.lei").post(path, Map.of("vip", true)).statusCode())
                .isEqualTo(404);
        assertThat(office.siteManager()
                        .post(path, Map.of("vip", true))
                        .jsonPath()
                        .getBoolean("vip"))
                .isTrue();
        record(customer, Map.of("relation", "SELF", "calendar", "LUNAR", "month", 8, "day", 15));

        assertThat(tasks("li.na").getList("items.way")).containsExactly("GIFT_OR_VISIT");
        assertThat(record(customer, Map.of("relation", "SELF", "calendar", "SOLAR", "month", 1, "day", 1))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("BIRTHDAY_IS_KNOWN");
    }

    @Test
    @DisplayName("CAR-1 on a holiday VIPs are greeted, whom nobody knows better only if they have bought; each once")
    void holiday() {
        var dear = office.customerOf("li.na");
        office.customerOf("li.na");
        office.as("li.na").post("/api/v1/customers/" + dear + "/vip", Map.of("vip", true));
        var wish = Map.of("project", office.project, "day", "2026-09-25", "name", "中秋节");

        at(office.siteManager(), "/api/v1/care-holidays", wish).then().statusCode(201);
        var twice = at(office.siteManager(), "/api/v1/care-holidays", wish);
        making.run();

        assertThat(twice.jsonPath().getString("code")).isEqualTo("HOLIDAY_IS_ENTERED");
        assertThat(tasks("li.na").getList("items.holiday")).containsExactly("中秋节");
        assertThat(tasks("li.na").getList("items.customer")).containsExactly(dear.toString());
        assertThat(office.siteManager()
                        .get("/api/v1/care-holidays?year=2027&project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "CAR-6 a revisit is planned for a day that has not passed, and done with what was said; it stands sealed")
    void revisit() {
        var customer = office.customerOf("li.na");
        var wish = Map.of("customer", customer, "on", "2026-09-20", "purpose", "问问装修进度");

        var planned = at(office.as("li.na"), "/api/v1/care-tasks", wish);
        var past = at(
                office.as("li.na"),
                "/api/v1/care-tasks",
                Map.of("customer", customer, "on", "2026-09-19", "purpose", "x"));
        var others = at(office.as("wang.lei"), "/api/v1/care-tasks", wish);

        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(201);
        assertThat(planned.jsonPath().getString("occasion")).isEqualTo("REVISIT");
        assertThat(past.jsonPath().getString("code")).isEqualTo("REVISIT_IS_PAST");
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(tasks("li.na").getList("items.purpose")).containsExactly("问问装修进度");
        var id = planned.jsonPath().getString("id");
        office.as("li.na")
                .post("/api/v1/care-tasks/" + id + "/done", Map.of("done", "VISIT", "what", "送去绿植"))
                .then()
                .statusCode(200);
        assertThat(database.sql("SELECT to_jsonb(t)::text FROM care_task t WHERE id = :id")
                        .with("id", UUID.fromString(id))
                        .one(String.class))
                .doesNotContain("装修", "绿植");
    }

    @Test
    @DisplayName("CUS-6 a birthday stands sealed; the same day of two projects has two tokens, a look is kept")
    void sealed() {
        var customer = office.customerOf("li.na");
        record(customer, Map.of("relation", "SELF", "name", "张三丰", "calendar", "LUNAR", "month", 7, "day", 7));
        var other = new Office();
        var elsewhere = other.customerOf("li.na");
        at(
                other.as("li.na"),
                "/api/v1/customers/" + elsewhere + "/birthdays",
                new HashMap<>(Map.of("relation", "SELF", "calendar", "LUNAR", "month", 7, "day", 7)));

        var rows = database.sql("SELECT to_jsonb(b)::text FROM birthday b WHERE customer = ANY (:of)")
                .with("of", new UUID[] {customer, elsewhere})
                .rows(String.class);
        var tokens = database.sql("SELECT token FROM birthday WHERE customer = ANY (:of)")
                .with("of", new UUID[] {customer, elsewhere})
                .rows(String.class);

        assertThat(rows).noneMatch(row -> row.contains("07-07") || row.contains("张三丰") || row.contains("LUNAR"));
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        assertThat(office.siteManager()
                        .get("/api/v1/customers/" + customer + "/care")
                        .jsonPath()
                        .getInt("birthdays[0].month"))
                .isEqualTo(7);
        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/" + customer + "/care")
                        .statusCode())
                .isEqualTo(404);
    }

    private Response record(UUID customer, Map<String, Object> born) {
        return at(office.as("li.na"), "/api/v1/customers/" + customer + "/birthdays", born);
    }

    private static Response at(Ask ask, String path, Map<String, ?> body) {
        return ask.request()
                .header("X-Office-Clock", SEPTEMBER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private JsonPath tasks(String consultant) {
        return office.as(consultant)
                .get("/api/v1/care-tasks?state=OPEN&dueUntil=2026-09-30&project=" + office.project)
                .jsonPath();
    }
}
