package org.anchang.customer.care.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class GatheringResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName(
            "CAR-4 guests are invited once, come as long as there is room, are checked in by the code of this event"
                    + " alone, and whom they bring then is counted")
    void fromInvitationToReferral() {
        var first = planned(2);
        var other = planned(2);
        var guest = office.customerOf("li.na");
        var second = office.customerOf("wang.lei");
        assertThat(invite(first, guest, second).getInt("invited")).isEqualTo(2);
        assertThat(invite(first, guest).getInt("invitedBefore")).isEqualTo(1);
        invite(other, guest);
        var code = guests("li.na", first).getString("items[0].code");
        var foreign = guests("li.na", other).getString("items[0].code");
        assertThat(guests("li.na", first).getList("items")).as("SEC-1").hasSize(1);

        answer("li.na", first, guests("li.na", first).getString("items[0].id"), 2)
                .then()
                .statusCode(200);
        assertThat(answer("wang.lei", first, guests("wang.lei", first).getString("items[0].id"), 1)
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("GATHERING_IS_FULL");
        assertThat(checkIn(first, foreign).jsonPath().getString("code"))
                .as("of another event")
                .isEqualTo("CODE_OF_NO_GUEST");
        assertThat(checkIn(first, " " + code.toLowerCase(java.util.Locale.ROOT)).statusCode())
                .isEqualTo(200);
        assertThat(checkIn(first, code).jsonPath().getString("code")).isEqualTo("GUEST_IS_CHECKED_IN");

        var brought = new HashMap<>(office.visitor("李四", Office.freshPhone()));
        brought.put("channel", "REFERRAL");
        brought.put("introducedBy", guest);
        office.as("li.na").post("/api/v1/customers", brought).then().statusCode(201);
        var shown = office.siteManager().get("/api/v1/gatherings/" + first).jsonPath();
        assertThat(shown.getInt("invited")).isEqualTo(2);
        assertThat(shown.getInt("persons")).isEqualTo(2);
        assertThat(shown.getInt("attended")).isEqualTo(1);
        assertThat(shown.getInt("referralsWon")).isEqualTo(1);
    }

    @Test
    @DisplayName("CAR-4 a called off event takes nobody any more; one that is over is not planned")
    void calledOff() {
        var gathering = planned(10);
        office.siteManager()
                .post("/api/v1/gatherings/" + gathering + "/calling-off")
                .then()
                .statusCode(200);

        assertThat(checkIn(gathering, "ABCDEF").jsonPath().getString("code")).isEqualTo("GATHERING_IS_CALLED_OFF");
        assertThat(plan(Instant.now().minus(Duration.ofDays(2)), 10).jsonPath().getString("code"))
                .isEqualTo("GATHERING_IS_PAST");
        assertThat(office.as("li.na")
                        .post("/api/v1/gatherings/" + gathering + "/invitations", Map.of("segment", Map.of()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @DisplayName(
            "CAR-4 SEC-1 a guest answers by the link of the invitation alone, and checks in by the code at the door on"
                    + " the day itself; a link of one purpose is good for no other")
    void byLinks() {
        var gathering = planned(3);
        invite(gathering, office.customerOf("li.na"), office.customerOf("wang.lei"));
        var mine = tail(guests("li.na", gathering).getString("items[0].link"));
        var other = tail(guests("wang.lei", gathering).getString("items[0].link"));
        var door = tail(office.as("li.na")
                .get("/api/v1/gatherings/" + gathering)
                .jsonPath()
                .getString("doorLink"));

        var asked = anybody().get("/api/v1/guest-links/answers/" + mine).jsonPath();
        assertThat(asked.getString("state")).isEqualTo("OPEN");
        assertThat(asked.getString("code")).hasSize(6);
        assertThat(asked.getString("customer")).as("SEC-1").isNull();
        assertThat(said(mine, true, 2).jsonPath().getInt("persons")).isEqualTo(2);
        assertThat(said(other, true, 2).jsonPath().getString("code")).isEqualTo("GATHERING_IS_FULL");
        assertThat(said(other, false, 1).jsonPath().getString("answer")).isEqualTo("DECLINED");
        assertThat(guests("li.na", gathering).getBoolean("items[0].byThemselves"))
                .isTrue();
        for (var link : List.of("answers/" + door, "doors/" + mine, "answers/" + mine.substring(1) + "0")) {
            assertThat(anybody().get("/api/v1/guest-links/" + link).statusCode())
                    .as(link)
                    .isEqualTo(404);
        }

        assertThat(atDoor(door, asked.getString("code"), Instant.now())
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("GATHERING_DOOR_IS_CLOSED");
        var begins = Instant.parse(asked.getString("beginsAt"));
        assertThat(atDoor(door, "AAAAAA", begins).jsonPath().getString("code")).isEqualTo("CODE_OF_NO_GUEST");
        atDoor(door, asked.getString("code"), begins).then().statusCode(200);
        assertThat(anybody()
                        .get("/api/v1/guest-links/answers/" + mine)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("ATTENDED");
    }

    private static RequestSpecification anybody() {
        return RestAssured.given();
    }

    private static Response said(String token, boolean coming, int persons) {
        return post(anybody(), "answers/" + token, Map.of("coming", coming, "persons", persons));
    }

    private static Response atDoor(String token, String code, Instant at) {
        return post(anybody().header("X-Office-Clock", at.toString()), "doors/" + token, Map.of("code", code));
    }

    private static Response post(RequestSpecification who, String link, Map<String, ?> body) {
        return who.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/guest-links/" + link);
    }

    private static String tail(String link) {
        return link.replaceFirst(".*/", "");
    }

    private Response plan(Instant begins, int most) {
        return office.siteManager()
                .post(
                        "/api/v1/gatherings",
                        Map.of(
                                "project",
                                office.project,
                                "kind",
                                "SITE_TOUR",
                                "title",
                                "工地开放日",
                                "place",
                                "三号楼",
                                "beginsAt",
                                begins.toString(),
                                "endsAt",
                                begins.plus(Duration.ofHours(2)).toString(),
                                "most",
                                most));
    }

    private String planned(int most) {
        var planned = plan(Instant.now().plus(Duration.ofDays(3)), most);
        planned.then().statusCode(201);
        return planned.jsonPath().getString("id");
    }

    private JsonPath invite(String gathering, UUID... customers) {
        return office.siteManager()
                .post("/api/v1/gatherings/" + gathering + "/invitations", Map.of("customers", List.of(customers)))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath guests(String consultant, String gathering) {
        return office.as(consultant)
                .get("/api/v1/gatherings/" + gathering + "/guests")
                .jsonPath();
    }

    private Response answer(String consultant, String gathering, String guest, int persons) {
        return office.as(consultant)
                .post(
                        "/api/v1/gatherings/" + gathering + "/guests/" + guest + "/answer",
                        Map.of("answer", "COMING", "persons", persons));
    }

    private Response checkIn(String gathering, String code) {
        return office.as("zhao.min").post("/api/v1/gatherings/" + gathering + "/attendances", Map.of("code", code));
    }
}
