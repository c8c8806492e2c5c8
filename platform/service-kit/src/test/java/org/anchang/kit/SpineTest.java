package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SpineTest {
    @Test
    @DisplayName("SEC-3 the same command sent twice is done once and answered alike")
    void sameCommandTwice() {
        var about = UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        var body = Map.of("about", about, "project", "songfeng", "text", "hello", "amount", "12.50");
        var liNa = Ask.as(Person.consultant("li.na").in("songfeng"));

        var first = liNa.post("/api/v1/notes", body, key);
        var second = liNa.post("/api/v1/notes", body, key);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            heard.await(about, TicketIssued.class);
            assertThat(heard.of(about)).hasSize(1);
        }
        var refused = liNa.post("/api/v1/notes", "{\"about\": 3}");
        System.err.println(refused.statusCode() + refused.asString());
        var missing = liNa.request()
                .header("Idempotency-Key", "x")
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/notes");
        System.err.println(missing.statusCode() + missing.asString());
        var anonymous = io.restassured.RestAssured.given().post("/api/v1/notes");
        System.err.println(anonymous.statusCode() + anonymous.asString());
        System.err.println(
                Ask.as(Person.siteManager("x")).post("/api/v1/notes", body).asString());
        System.err.println(Ask.as(Person.siteManager("x")).get("/api/v1/none").asString());
    }
}
