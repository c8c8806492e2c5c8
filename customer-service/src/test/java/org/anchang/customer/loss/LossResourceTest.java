package org.anchang.customer.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LossResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("TRK-3 TRK-6 who does not buy: objection, reason, units, days since the first viewing, and the visits")
    void appliedAndConfirmed() {
        var customer = office.customerOf("li.na", 12);
        Office.at(
                        Instant.now().minus(Duration.ofDays(10)),
                        office.as("li.na"),
                        "/api/v1/visits",
                        Map.of("project", office.project, "customer", customer, "note", "看了三号楼"))
                .then()
                .statusCode(201);

        var applied = giveUp("li.na", customer);
        var again = giveUp("li.na", customer);
        var confirmed = office.siteManager()
                .post("/api/v1/losses/" + applied.jsonPath().getString("id") + "/confirmation", Map.of("pool", true));

        assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(201);
        assertThat(applied.jsonPath().getString("state")).isEqualTo("APPLIED");
        assertThat(again.jsonPath().getString("code")).isEqualTo("LOSS_IS_APPLIED_FOR");
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        var row = office.siteManager()
                .get("/api/v1/losses?project=" + office.project + "&state=CONFIRMED")
                .jsonPath();
        assertThat(row.getInt("items[0].days")).isEqualTo(10);
        assertThat(row.getString("items[0].objection")).isEqualTo("TOTAL_PRICE");
        assertThat(row.getString("items[0].reason")).isEqualTo("总价超预算");
        assertThat(row.getString("items[0].units")).isEqualTo("3-1-1203");
        assertThat(row.getList("items[0].visits.content")).containsExactly("看了三号楼");
        assertThat(office.with("sales-manager")
                        .get("/api/v1/losses?project=" + office.project)
                        .jsonPath()
                        .getString("items[0].reason"))
                .as("CUS-6")
                .isNull();
        assertThat(office.as("wang.lei")
                        .get("/api/v1/pool/" + office.project)
                        .jsonPath()
                        .getList("items.id"))
                .as("TRK-5")
                .containsExactly(customer.toString());
    }

    @Test
    @DisplayName("TRK-6 the manager returns it with a word, once; the consultant goes on and may apply again")
    void returned() {
        var customer = office.customerOf("li.na", 5);
        var path = "/api/v1/losses/" + giveUp("li.na", customer).jsonPath().getString("id");
        var overdue = "/api/v1/overdue/" + office.project + "?kind=FIRST_FOLLOW_UP";

        var returned = office.siteManager().post(path + "/return", Map.of("word", "再约一次"));
        var late = office.siteManager().post(path + "/confirmation", Map.of("pool", false));
        var listed = office.as("li.na").get(overdue).jsonPath();
        var second = giveUp("li.na", customer);
        office.siteManager()
                .post("/api/v1/losses/" + second.jsonPath().getString("id") + "/confirmation", Map.of("pool", false))
                .then()
                .statusCode(200);

        assertThat(returned.jsonPath().getString("state")).isEqualTo("RETURNED");
        assertThat(returned.jsonPath().getString("word")).isEqualTo("再约一次");
        assertThat(late.jsonPath().getString("code")).isEqualTo("LOSS_IS_DECIDED");
        assertThat(listed.getList("items.customer")).containsExactly(customer.toString());
        assertThat(office.as("li.na").get(overdue).jsonPath().getList("items")).isEmpty();
    }

    @Test
    @DisplayName("SEC-1 TRK-6 another's customer is not there to be given up, and no consultant confirms")
    void others() {
        var customer = office.customerOf("li.na");
        var applied = giveUp("li.na", customer).jsonPath().getString("id");

        assertThat(giveUp("wang.lei", customer).statusCode()).isEqualTo(404);
        assertThat(office.as("li.na")
                        .post("/api/v1/losses/" + applied + "/confirmation", Map.of("pool", false))
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.as("wang.lei")
                        .get("/api/v1/losses?project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(new Office()
                        .siteManager()
                        .post("/api/v1/losses/" + applied + "/confirmation", Map.of("pool", false))
                        .statusCode())
                .isEqualTo(404);
    }

    private Response giveUp(String consultant, UUID customer) {
        return office.as(consultant)
                .post(
                        "/api/v1/losses",
                        Map.of(
                                "customer", customer,
                                "objection", "TOTAL_PRICE",
                                "reason", "总价超预算",
                                "units", "3-1-1203"));
    }
}
