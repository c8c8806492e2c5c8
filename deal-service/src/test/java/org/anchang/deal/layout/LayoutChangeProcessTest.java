package org.anchang.deal.layout;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent.LayoutChangeApproved;
import org.anchang.events.ApprovalEvent.LayoutChangeRefused;
import org.anchang.events.DealEvent;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class LayoutChangeProcessTest {
    private final TestOffice office = new TestOffice();
    private final Signers signers = new Signers(office);

    @AfterEach
    void close() {
        signers.close();
    }

    @Test
    @DisplayName("LAY-1 the decision is on record, for or against, and the deal goes on")
    void decided() {
        var deal = office.subscribed();
        var first = requestLayoutChange(deal);
        signers.end(
                id(first),
                deal,
                (approval, r, d, project) ->
                        new LayoutChangeRefused(approval, project, Instant.now(), r, d, "a bearing wall"));
        signers.awaitOutcome(id(first), "REFUSED");

        var second = requestLayoutChange(deal);
        signers.end(
                id(second),
                deal,
                (approval, r, d, project) ->
                        new LayoutChangeApproved(approval, project, Instant.now(), r, d, Map.of("cost", "8000.00")));

        signers.awaitOutcome(id(second), "APPROVED");
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("SUBSCRIBED");
        assertThat(Ask.as(office.manager)
                        .get("/api/v1/deals/" + deal + "/requests")
                        .jsonPath()
                        .getList("items.outcome"))
                .containsExactly("REFUSED", "APPROVED");
    }

    @Test
    @DisplayName("INV-9 LAY-1 approved, the new layout is told for the unit; engineering records the inspection after")
    void granted() {
        var deal = office.subscribed();
        var request = id(ok(
                Ask.as(office.liNa)
                        .post(
                                "/api/v1/deals/" + deal + "/layout-change-requests",
                                Map.of("wishes", "one room less", "layout", "2/1", "interiorArea", "80.50")),
                201));
        var engineering = Ask.as(Person.withRole("he.gong", "engineering").in(office.project));
        var inspections = "/api/v1/requests/" + request + "/inspections";
        var passed = Map.of("passed", true, "record", "as drawn");
        refused(engineering.post(inspections, passed), 409, "NO_APPROVED_LAYOUT_CHANGE");
        var granted = "/api/v1/layout-changes?project=" + office.project;
        assertThat(ok(engineering.get(granted), 200).<List<?>>path("items"))
                .as("waits for signatures")
                .isEmpty();
        assertThat(engineering.get("/api/v1/requests/" + request).statusCode()).isEqualTo(200);
        assertThat(engineering.get("/api/v1/deals/" + deal).statusCode())
                .as("SEC-1 what they sign, not the deal")
                .isEqualTo(404);
        assertThat(engineering
                        .get("/api/v1/deals?project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();

        signers.end(
                request,
                deal,
                (approval, r, d, project) ->
                        new LayoutChangeApproved(approval, project, Instant.now(), r, d, Map.of("cost", "8000.00")));

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var told = heard.await(deal, DealEvent.LayoutChangeGranted.class);
            assertThat(told.layout()).isEqualTo("2/1");
            assertThat(told.interiorArea()).isEqualByComparingTo("80.50");
            assertThat(told.buildingArea()).isNull();
        }
        assertThat(office.get(deal).<String>path("lines[0].interiorArea")).isEqualTo("80.00");
        refused(Ask.as(office.liNa).post(inspections, passed), 403, "ROLE_NOT_ALLOWED");
        refused(Ask.as(office.liNa).get(granted), 403, "ROLE_NOT_ALLOWED");
        ok(engineering.post(inspections, Map.of("passed", false, "record", "a wall too many")), 201);
        var waits = ok(engineering.get(granted + "&passed=false"), 200);
        assertThat(waits.<List<String>>path("items.request.id")).containsExactly(request.toString());
        assertThat(waits.<String>path("items[0].request.fields.wishes")).isEqualTo("one room less");
        assertThat(waits.<List<String>>path("items[0].inspections.record")).containsExactly("a wall too many");
        assertThat(waits.<List<String>>path("items[0].request.actions.findAll { it.yours }.name"))
                .contains("inspect");
        assertThat(ok(engineering.post(inspections, passed), 201).<String>path("by"))
                .isEqualTo("he.gong");
        assertThat(ok(engineering.get(granted + "&passed=false"), 200).<List<?>>path("items"))
                .isEmpty();
        assertThat(ok(engineering.get(granted + "&passed=true"), 200)
                        .<List<Boolean>>path("items[0].inspections.passed"))
                .containsExactly(false, true);
    }

    @Test
    @DisplayName("SEC-1 a consultant does not see what was asked for on another's deal")
    void anothersRequest() {
        var deal = office.subscribed();
        var request = id(ok(requestLayoutChange(deal), 201));

        refused(Ask.as(office.wangWei).get("/api/v1/requests/" + request), 404, "NOT_FOUND");
        refused(Ask.as(office.wangWei).get("/api/v1/deals/" + deal + "/requests"), 404, "NOT_FOUND");
    }

    private Response requestLayoutChange(UUID deal) {
        return ok(
                Ask.as(office.liNa)
                        .post("/api/v1/deals/" + deal + "/layout-change-requests", Map.of("wishes", "a wider door")),
                201);
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.path("id"));
    }
}
