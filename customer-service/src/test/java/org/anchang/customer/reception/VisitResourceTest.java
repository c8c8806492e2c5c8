package org.anchang.customer.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class VisitResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("REC-2 REC-3 a visit records receiver, owner and reason, and tells the others")
    void visits() {
        var customer = office.customerOf("li.na");

        var first = office.visit("li.na", customer);
        var second = office.visit("li.na", customer);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.jsonPath().getString("reason")).isEqualTo("NEW_VISITOR");
        assertThat(second.jsonPath().getString("reason")).isEqualTo("OWN_CUSTOMER");
        assertThat(second.jsonPath().getString("receiver")).isEqualTo("li.na");
        assertThat(second.jsonPath().getString("owner")).isEqualTo("li.na");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var event = heard.await(customer, VisitReceived.class);
            assertThat(event.reason()).isEqualTo(ReceptionReason.NEW_VISITOR);
            assertThat(event.channel()).isEqualTo("WALK_IN");
            assertThat(event.visit()).isEqualTo(UUID.fromString(first.jsonPath().getString("id")));
        }
    }

    @Test
    @DisplayName(
            "CUS-1 channel, broker and registration go along from the registration to the visit and to the others; who"
                    + " brings them another time stands on that visit")
    void partners() {
        var wish = office.visitor("张三", Office.freshPhone());
        wish.put("channel", "PARTNER");
        wish.put("broker", " 王经纪 ");
        wish.put("registration", "BB-7");
        var registered = office.as("li.na").post("/api/v1/customers", wish);
        registered.then().statusCode(201);
        var customer = UUID.fromString(registered.path("id"));

        var first = office.visit("li.na", customer);
        var second = office.as("li.na")
                .post(
                        "/api/v1/visits",
                        Map.of(
                                "project",
                                office.project,
                                "customer",
                                customer,
                                "broker",
                                "李经纪",
                                "registration",
                                "LJ-9"));

        assertThat((String) registered.path("broker")).isEqualTo("王经纪");
        assertThat((String) first.path("channel")).isEqualTo("PARTNER");
        assertThat((String) first.path("broker")).isEqualTo("王经纪");
        assertThat((String) first.path("registration")).isEqualTo("BB-7");
        assertThat((String) second.path("broker")).isEqualTo("李经纪");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            await().until(() -> told(heard, customer).size() == 2);
            assertThat(told(heard, customer)).extracting(VisitReceived::broker).containsExactly("王经纪", "李经纪");
            assertThat(told(heard, customer))
                    .extracting(VisitReceived::registration)
                    .containsExactly("BB-7", "LJ-9");
            assertThat(heard.await(customer, CustomerRegistered.class).registration())
                    .isEqualTo("BB-7");
        }
        assertThat((String)
                        office.as("li.na").get("/api/v1/customers/" + customer).path("broker"))
                .as("who brought the customer stays")
                .isEqualTo("王经纪");
    }

    private static List<VisitReceived> told(Overheard heard, UUID customer) {
        return heard.of(customer).stream()
                .filter(said -> said.type().equals(VisitReceived.class.getSimpleName()))
                .map(said -> said.as(VisitReceived.class))
                .toList();
    }

    @Test
    @DisplayName("REC-3 a substitute receives during recorded leave only; leave goes before an errand")
    void substitute() {
        var customer = office.customerOf("li.na");
        var now = Instant.now();

        var present = office.visit("wang.lei", customer);
        office.absence("li.na", "ERRAND", now.minusSeconds(60), now.plusSeconds(3600));
        var errand = office.visit("wang.lei", customer);
        var leave = office.absence("li.na", "LEAVE", now.minusSeconds(60), now.plusSeconds(3600));
        var onLeave = office.visit("wang.lei", customer);

        assertThat(present.statusCode()).isEqualTo(409);
        assertThat(present.jsonPath().getString("code")).isEqualTo("OWNER_IS_PRESENT");
        assertThat(present.jsonPath().getString("rule")).isEqualTo("REC-3");
        assertThat(present.jsonPath().getString("owner")).isEqualTo("li.na");
        assertThat(errand.jsonPath().getString("reason")).isEqualTo("OWNER_ON_ERRAND");
        assertThat(onLeave.jsonPath().getString("reason")).isEqualTo("OWNER_ON_LEAVE");
        assertThat(onLeave.jsonPath().getString("absence")).isEqualTo(leave.toString());
        assertThat(office.as("wang.lei")
                        .get("/api/v1/visits?customer=" + customer)
                        .jsonPath()
                        .getList("items.reason"))
                .containsExactly("OWNER_ON_ERRAND", "OWNER_ON_LEAVE");
        assertThat(office.as("zhao.min")
                        .get("/api/v1/visits?customer=" + customer)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("REC-3 once the owner is back, nobody receives in their place")
    void ownerIsBack() {
        var customer = office.customerOf("li.na");
        var now = Instant.now();
        var leave = office.absence("li.na", "LEAVE", now.minusSeconds(60), now.plusSeconds(3600));

        var ended = office.siteManager().post("/api/v1/absences/" + leave + "/end");
        var again = office.siteManager().post("/api/v1/absences/" + leave + "/end");

        assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(200);
        assertThat(again.jsonPath().getString("code")).isEqualTo("ABSENCE_HAS_ENDED");
        assertThat(office.visit("wang.lei", customer).jsonPath().getString("code"))
                .isEqualTo("OWNER_IS_PRESENT");
    }

    @Test
    @DisplayName("no list gives more than 200 at once, nor less than one")
    void bounds() {
        for (var list : List.of("customers", "visits", "absences", "follow-ups")) {
            for (var limit : List.of("0", "-1", "201", "1000000")) {
                var answer =
                        office.siteManager().get("/api/v1/" + list + "?project=" + office.project + "&limit=" + limit);

                assertThat(answer.statusCode()).as(list + answer.asString()).isEqualTo(422);
            }
        }
    }

    @Test
    @DisplayName("SEC-1 absences are the site manager's to record; a visit in another project finds no customer")
    void rights() {
        var customer = office.customerOf("li.na");
        var elsewhere = new Office();

        var byConsultant = office.as("li.na")
                .post(
                        "/api/v1/absences",
                        Map.of(
                                "project", office.project,
                                "person", "li.na",
                                "kind", "LEAVE",
                                "from", "2026-01-01T00:00:00Z",
                                "until", "2026-01-02T00:00:00Z"));
        var stranger = elsewhere
                .as("li.na")
                .post("/api/v1/visits", Map.of("project", elsewhere.project, "customer", customer));

        assertThat(byConsultant.statusCode()).isEqualTo(403);
        assertThat(stranger.statusCode()).isEqualTo(404);
    }
}
