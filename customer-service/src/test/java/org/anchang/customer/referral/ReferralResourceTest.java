package org.anchang.customer.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ReferralResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("REF-1 the chain is walked up and down, and who brought enough is a key person by the setting")
    void chain() {
        var first = office.customerOf("li.na");
        var second = brought(first);
        var third = brought(second);
        var fourth = brought(second);

        var middle = chain(second);
        var top = chain(first);

        assertThat(middle.getList("links.customer"))
                .startsWith(first.toString())
                .containsExactlyInAnyOrder(first.toString(), third.toString(), fourth.toString());
        assertThat(middle.getList("links.depth")).containsExactly(-1, 1, 1);
        assertThat(middle.getBoolean("keyPerson")).isFalse();
        assertThat(top.getList("links.depth")).containsExactly(1, 2, 2);
        assertThat(top.getInt("brought")).isEqualTo(3);
        assertThat(top.getBoolean("keyPerson")).as("three by default").isTrue();
        assertThat(keyPersons().getList("items.customer")).containsExactly(first.toString());
        office.administrator()
                .post(
                        "/api/v1/customer-settings/" + office.project + "/KEY_PERSON_REFERRALS",
                        Map.of("value", "4", "validFrom", "2020-01-01", "reason", "test"))
                .then()
                .statusCode(204);
        assertThat(keyPersons().getList("items")).isEmpty();
        assertThat(chain(first).getBoolean("keyPerson")).isFalse();
    }

    @Test
    @DisplayName(
            "REF-1 nobody is said to have come through themselves, at whatever remove; the manager says who brought")
    void noLoop() {
        var first = office.customerOf("li.na");
        var second = brought(first);
        var third = brought(second);

        assertThat(code(introduce(first, third))).isEqualTo("INTRODUCTION_IS_A_LOOP");
        assertThat(code(introduce(first, first))).isEqualTo("INTRODUCED_BY_THEMSELVES");
        assertThat(introduce(third, first).statusCode()).isEqualTo(200);
        assertThat(chain(first).getList("links.depth")).containsExactly(1, 1);
        assertThat(office.as("li.na")
                        .post("/api/v1/customers/" + third + "/introducer", Map.of("introducer", second, "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> Superuser.run(
                        "UPDATE customer SET introduced_by = '" + second + "' WHERE id = '" + first + "'"))
                .as("the database's guard")
                .hasStackTraceContaining("came through themselves");
    }

    @Test
    @DisplayName(
            "REF-1 a merge takes no introducer over who came through the customer, and is refused where it closes a circle")
    void merge() {
        var first = office.customerOf("li.na");
        var second = brought(first);
        var third = brought(second);
        var fourth = brought(third);

        var circle = merge(third, first);
        var harmless = merge(second, fourth);
        var fine = merge(first, third);

        assertThat(code(circle)).isEqualTo("INTRODUCTION_IS_A_LOOP");
        assertThat(harmless.statusCode()).as(harmless.asString()).isEqualTo(200);
        assertThat(fine.statusCode()).as(fine.asString()).isEqualTo(200);
        assertThat(chain(first).getList("links.depth"))
                .as("second alone, and no way back")
                .containsExactly(1);
        assertThat(chain(second).getList("links.depth")).containsExactly(-1);
    }

    @Test
    @DisplayName("SEC-1 a consultant walks from own customers only; others' names in the chain are masked")
    void ownOnly() {
        var first = office.customerOf("li.na");
        brought(first);

        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/" + first + "/referrals")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.with("sales-manager")
                        .get("/api/v1/customers/" + first + "/referrals")
                        .jsonPath()
                        .<String>getList("links.name"))
                .allMatch(name -> name.contains("*"));
    }

    private UUID brought(UUID by) {
        var wish = office.visitor("李四", Office.freshPhone());
        wish.put("channel", "REFERRAL");
        wish.put("introducedBy", by);
        var made = office.as("li.na").post("/api/v1/customers", wish);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return UUID.fromString(made.jsonPath().getString("id"));
    }

    private JsonPath chain(UUID customer) {
        return office.siteManager()
                .get("/api/v1/customers/" + customer + "/referrals")
                .jsonPath();
    }

    private JsonPath keyPersons() {
        return office.siteManager()
                .get("/api/v1/key-persons?project=" + office.project)
                .jsonPath();
    }

    private Response introduce(UUID customer, UUID introducer) {
        return office.siteManager()
                .post(
                        "/api/v1/customers/" + customer + "/introducer",
                        Map.of("introducer", introducer, "reason", "登记有误"));
    }

    private Response merge(UUID stays, UUID goes) {
        return office.siteManager()
                .post("/api/v1/customers/" + stays + "/merges", Map.of("merged", goes, "reason", "同一人"));
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}
