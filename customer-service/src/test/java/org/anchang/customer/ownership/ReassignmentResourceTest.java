package org.anchang.customer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ReassignmentResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("REC-6 the supervisor decides with a reason; the customer changes hands and the decision is kept")
    void supervisorDecides() {
        var customer = office.customerOf("li.na");
        office.hires("wang.lei");
        var path = "/api/v1/customers/" + customer + "/reassignments";

        var decided = office.with("sales-supervisor").post(path, Map.of("to", "wang.lei", "reason", "客户要求"));

        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        assertThat(decided.jsonPath().getString("owner")).isEqualTo("wang.lei");
        assertThat(decided.jsonPath().getString("firstConsultant")).isEqualTo("li.na");
        assertThat(office.as("li.na").get("/api/v1/customers/" + customer).statusCode())
                .isEqualTo(404);
        var history = office.as("wang.lei").get(path).jsonPath();
        assertThat(history.getList("items.from")).containsExactly("li.na");
        assertThat(history.getList("items.reason")).containsExactly("客户要求");
        assertThat(history.getList("items.decidedBy")).containsExactly("somebody.sales-supervisor");
        office.with("sales-supervisor").post(path, Map.of("to", "li.na", "reason", "再议"));
        var first = office.as("li.na").get(path + "?limit=1").jsonPath();
        var rest = office.as("li.na")
                .get(path + "?limit=1&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(first.getList("items.to")).containsExactly("wang.lei");
        assertThat(rest.getList("items.to")).containsExactly("li.na");
        assertThat(rest.getString("next")).isNull();
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var event = heard.await(customer, CustomerReassigned.class);
            assertThat(event.to()).isEqualTo("wang.lei");
            assertThat(event.decidedBy()).isEqualTo("somebody.sales-supervisor");
        }
    }

    @Test
    @DisplayName(
            "REC-6 no consultant decides, not without a reason, not to whom it belongs already, and to consultants only")
    void refused() {
        var path = "/api/v1/customers/" + office.customerOf("li.na") + "/reassignments";

        assertThat(office.as("li.na")
                        .post(path, Map.of("to", "wang.lei", "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.siteManager()
                        .post(path, Map.of("to", "wang.lei", "reason", " "))
                        .statusCode())
                .isEqualTo(422);
        var same = office.siteManager().post(path, Map.of("to", "li.na", "reason", "x"));
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.jsonPath().getString("code")).isEqualTo("ALREADY_THE_OWNER");
        var mistyped = office.siteManager().post(path, Map.of("to", "wang.lie", "reason", "x"));
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.jsonPath().getString("code")).isEqualTo("NOT_A_CONSULTANT");
        var manager = office.siteManager().post(path, Map.of("to", "chen.jing", "reason", "x"));
        assertThat(manager.jsonPath().getString("code")).isEqualTo("NOT_A_CONSULTANT");
        assertThat(new Office()
                        .siteManager()
                        .post(path, Map.of("to", "wang.lei", "reason", "x"))
                        .statusCode())
                .isEqualTo(404);
    }
}
