package org.anchang.customer.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CallLogged;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CallResourceTest {
    private final Office office = new Office();
    private final Instant now = Instant.now();
    private final LocalDate today = OfficeClock.dateOf(now);

    @Inject
    Database database;

    @Test
    @DisplayName("TEL-1 a call is logged with all that was said, and becomes a customer with it by one command")
    void becomesCustomer() {
        office.isInRegion("LY");
        var phone = Office.freshPhone();
        var wish = call(100, questions(2));
        wish.putAll(Map.of("callerName", "孙丽", "phone", phone, "address", "涧西区", "intent", "三居", "source", "晚报"));

        var logged = office.as("li.na").post("/api/v1/calls", wish);
        var id = logged.jsonPath().getString("id");
        var made = office.as("li.na").post("/api/v1/calls/" + id + "/customer", Map.of());
        var again = office.as("li.na").post("/api/v1/calls/" + id + "/customer", Map.of());

        assertThat(logged.statusCode()).as(logged.asString()).isEqualTo(201);
        assertThat(logged.jsonPath().getList("actions.name")).containsExactly("make-customer", "receive-caller");
        assertThat(logged.jsonPath().getBoolean("tooLong")).isFalse();
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getString("name")).isEqualTo("孙丽");
        assertThat(made.jsonPath().getString("phone")).isEqualTo(phone);
        assertThat(made.jsonPath().getString("channel")).isEqualTo("PHONE_IN");
        assertThat(again.jsonPath().getString("code")).isEqualTo("CALL_IS_SOMEBODYS");
        var customer = UUID.fromString(made.jsonPath().getString("id"));
        var history =
                office.as("li.na").get("/api/v1/calls?customer=" + customer).jsonPath();
        assertThat(history.getList("items.id")).containsExactly(id);
        assertThat(history.getList("items[0].questions.question")).hasSize(2);
        assertThat(history.getString("items[0].intent")).isEqualTo("三居");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            assertThat(heard.await(customer, CallLogged.class).call()).hasToString(id);
        }
    }

    @Test
    @DisplayName("TEL-1 a phone that the project knows finds its customer when the call is logged")
    void knownPhone() {
        var phone = Office.freshPhone();
        var customer = office.as("li.na")
                .post("/api/v1/customers", office.visitor("周强", phone))
                .jsonPath()
                .getString("id");
        var wish = call(60, List.of());
        wish.put("phone", "+86 " + phone);
        wish.put("callerName", "周先生");

        var logged = office.as("wang.lei").post("/api/v1/calls", wish);

        assertThat(logged.jsonPath().getString("customer")).isEqualTo(customer);
        assertThat(logged.jsonPath().getList("actions.name")).containsExactly("receive-caller");
        assertThat(office.as("li.na")
                        .get("/api/v1/calls?customer=" + customer)
                        .jsonPath()
                        .getList("items.callerName"))
                .as("the owner reads it")
                .containsExactly("周先生");
        var taker = office.as("wang.lei")
                .get("/api/v1/calls/" + logged.jsonPath().getString("id"))
                .jsonPath();
        assertThat(taker.getString("phone")).as("SEC-1").isNotEqualTo(phone).contains("*");
    }

    @Test
    @DisplayName("TEL-1 a call beyond the minutes or the answered questions is marked, with the limits that counted")
    void marked() {
        var fine = log(call(180, questions(3)));
        var tooLong = log(call(181, questions(3)));
        var tooMany = log(call(60, questions(4)));

        assertThat(fine.getBoolean("tooLong") || fine.getBoolean("tooManyQuestions"))
                .isFalse();
        assertThat(tooLong.getBoolean("tooLong")).isTrue();
        assertThat(tooLong.getBoolean("tooManyQuestions")).isFalse();
        assertThat(tooMany.getBoolean("tooManyQuestions")).isTrue();
        assertThat(tooMany.getInt("questionsLimit")).isEqualTo(3);
        assertThat(office.siteManager()
                        .get("/api/v1/calls?project=" + office.project + "&marked=true")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(tooMany.getString("id"), tooLong.getString("id"));
    }

    @Test
    @DisplayName("TEL-1 on an advertising day the shorter limit counts, and a call keeps it when the day is taken out")
    void advertisingDay() {
        var entered = office.siteManager()
                .post(
                        "/api/v1/advertising-days",
                        Map.of("project", office.project, "day", today.toString(), "medium", "晚报"));
        entered.then().statusCode(201);
        var twice = office.siteManager()
                .post(
                        "/api/v1/advertising-days",
                        Map.of("project", office.project, "day", today.toString(), "medium", "电视"));
        var during = log(callToday());
        office.siteManager()
                .post("/api/v1/advertising-days/" + entered.jsonPath().getString("id") + "/removal")
                .then()
                .statusCode(200);
        var after = log(callToday());

        assertThat(twice.jsonPath().getString("code")).isEqualTo("ADVERTISING_DAY_IS_ENTERED");
        assertThat(during.getBoolean("advertisingDay")).isTrue();
        assertThat(during.getInt("minutesLimit")).isEqualTo(2);
        assertThat(during.getBoolean("tooLong")).isTrue();
        assertThat(after.getBoolean("tooLong")).isFalse();
        assertThat(office.as("li.na")
                        .get("/api/v1/calls/" + during.getString("id"))
                        .jsonPath()
                        .getBoolean("tooLong"))
                .isTrue();
    }

    @Test
    @DisplayName("TEL-1 a missed call waits until somebody reached the caller, and is called back once")
    void missedCall() {
        var missed = office.as("li.na")
                .post(
                        "/api/v1/missed-calls",
                        Map.of("project", office.project, "phone", Office.freshPhone(), "callerName", "吴"));
        missed.then().statusCode(201);
        var path = "/api/v1/missed-calls/" + missed.jsonPath().getString("id") + "/call-back";

        var notThere = office.as("wang.lei").post(path, Map.of("reached", false, "note", "无人接听"));
        var open = waiting("wang.lei");
        var reached = office.as("wang.lei").post(path, Map.of("reached", true));
        var late = office.as("li.na").post(path, Map.of("reached", true));

        assertThat(notThere.jsonPath().getString("state")).isEqualTo("OPEN");
        assertThat(open).hasSize(1);
        assertThat(reached.jsonPath().getString("state")).isEqualTo("CALLED_BACK");
        assertThat(reached.jsonPath().getInt("attempts")).isEqualTo(2);
        assertThat(late.jsonPath().getString("code")).isEqualTo("CALLED_BACK_ALREADY");
        assertThat(waiting("li.na")).isEmpty();
    }

    @Test
    @DisplayName("TEL-1 a logged call answers the missed one; that of another's customer is not everybody's")
    void missedAnswered() {
        var phone = Office.freshPhone();
        office.as("li.na")
                .post("/api/v1/customers", office.visitor("郑爽", phone))
                .then()
                .statusCode(201);
        var missed =
                office.as("wang.lei").post("/api/v1/missed-calls", Map.of("project", office.project, "phone", phone));
        var wish = call(30, List.of());
        wish.put("phone", phone);
        wish.put("missedCall", missed.jsonPath().getString("id"));

        assertThat(waiting("wang.lei")).as("SEC-1").isEmpty();
        assertThat(waiting("li.na")).hasSize(1);
        office.as("li.na").post("/api/v1/calls", wish).then().statusCode(201);
        assertThat(waiting("li.na")).isEmpty();
    }

    @Test
    @DisplayName(
            "TEL-1 a call without a name or phone becomes nobody's customer until it is said; none is in the future")
    void incomplete() {
        office.isInRegion("LY");
        var id = log(call(20, List.of())).getString("id");
        var future = call(20, List.of());
        future.put("endedAt", Instant.now().plusSeconds(3_600).toString());

        assertThat(office.as("li.na")
                        .post("/api/v1/calls/" + id + "/customer", Map.of())
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("CALLER_HAS_NO_NAME");
        assertThat(office.as("li.na")
                        .post("/api/v1/calls/" + id + "/customer", Map.of("name", "钱多"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("CALLER_HAS_NO_PHONE");
        assertThat(office.as("li.na").post("/api/v1/calls", future).jsonPath().getString("code"))
                .isEqualTo("CALL_HAS_NOT_ENDED");
        office.as("li.na")
                .post("/api/v1/calls/" + id + "/customer", Map.of("name", "钱多", "phone", Office.freshPhone()))
                .then()
                .statusCode(201);
    }

    @Test
    @DisplayName("CUS-6 what was said on the phone stands sealed; TEL-1 another consultant finds no such call")
    void sealed() {
        var wish = call(60, List.of(Map.of("question", "学区是哪个", "answered", true)));
        wish.putAll(Map.of("callerName", "冯小刚", "phone", Office.freshPhone(), "address", "西工区", "intent", "学区房"));
        wish.put("note", "家里有老人");
        var id = log(wish).getString("id");

        var row = database.sql("SELECT to_jsonb(p)::text FROM phone_call p WHERE id = :id")
                .with("id", UUID.fromString(id))
                .one(String.class);

        assertThat(row).doesNotContain("冯", "西工", "学区", "老人", (String) wish.get("phone"));
        assertThat(office.as("wang.lei").get("/api/v1/calls/" + id).statusCode())
                .isEqualTo(404);
        assertThat(office.with("sales-manager")
                        .get("/api/v1/calls/" + id)
                        .jsonPath()
                        .getString("callerName"))
                .isEqualTo("冯**");
    }

    private List<Object> waiting(String consultant) {
        return office.as(consultant)
                .get("/api/v1/missed-calls?project=" + office.project + "&state=OPEN")
                .jsonPath()
                .getList("items");
    }

    private JsonPath log(Map<String, Object> call) {
        Response logged = office.as("li.na").post("/api/v1/calls", call);
        assertThat(logged.statusCode()).as(logged.asString()).isEqualTo(201);
        return logged.jsonPath();
    }

    private Map<String, Object> call(int seconds, List<Map<String, Object>> questions) {
        return new HashMap<>(Map.of("project", office.project, "seconds", seconds, "questions", questions));
    }

    /// Of two and a half minutes, on the day that the test began.
    private Map<String, Object> callToday() {
        var call = call(150, List.of());
        call.put("endedAt", now.toString());
        return call;
    }

    private static List<Map<String, Object>> questions(int answered) {
        return IntStream.range(0, answered)
                .mapToObj(at -> Map.<String, Object>of("question", "价格" + at, "answered", true))
                .toList();
    }
}
