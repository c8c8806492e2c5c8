package org.anchang.customer.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CallVisitResourceTest {
    private final Office office = new Office();
    private final String day = "/api/v1/duty-days/" + office.project;

    @Test
    @DisplayName(
            "TEL-1 CUS-1 one command makes a call a visit: customer, reception and visit, with the call as history")
    void becomesAVisit() {
        office.visitor("-", "-");
        var call = call(Map.of("callerName", "冯雪", "phone", Office.freshPhone()));
        var early = office.as("li.na").post(call + "/visit", Map.of());
        for (var consultant : List.of("wang.lei", "li.na")) {
            office.as(consultant).post(day + "/sign-ins", Map.of()).then().statusCode(200);
        }
        var foreign = office.as("wang.lei").post(call + "/visit", Map.of());
        office.siteManager().post(day + "/opening").then().statusCode(200);
        var second = call(Map.of("callerName", "冯雨"));

        var nameless = office.as("li.na").post(second + "/visit", Map.of());
        var again = office.as("li.na").post(call + "/visit", Map.of());

        assertThat(early.statusCode()).as(early.asString()).isEqualTo(201);
        assertThat(early.jsonPath().getString("receiver"))
                .as("waits for the opening")
                .isNull();
        assertThat(foreign.statusCode()).as("SEC-1").isEqualTo(404);
        assertThat(nameless.jsonPath().getString("code")).isEqualTo("CALLER_HAS_NO_PHONE");
        assertThat(again.jsonPath().getString("code")).isEqualTo("CALL_BECAME_A_VISIT");
        var reception = office.as("li.na").get(day).jsonPath();
        assertThat(reception.getList("receiving.receiver"))
                .as("who took the call")
                .containsExactly("li.na");
        assertThat(reception.getString("receiving[0].call")).isEqualTo(call.substring(call.lastIndexOf('/') + 1));
        var customer = early.jsonPath().getString("customer");
        assertThat(office.as("li.na")
                        .get("/api/v1/calls?customer=" + customer)
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        assertThat(office.as("li.na")
                        .get("/api/v1/visits?customer=" + customer)
                        .jsonPath()
                        .getList("items.rule"))
                .containsExactly("FIRST_CONSULTANT");
    }

    private String call(Map<String, Object> said) {
        var wish =
                new HashMap<String, Object>(Map.of("project", office.project, "seconds", 60, "questions", List.of()));
        wish.putAll(said);
        Response logged = office.as("li.na").post("/api/v1/calls", wish);
        logged.then().statusCode(201);
        return "/api/v1/calls/" + logged.jsonPath().getString("id");
    }
}
