package org.anchang.deal.answer;

import static org.anchang.deal.TestOffice.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Statements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class DealResourceTest {
    private final TestOffice office = new TestOffice();

    @Test
    @DisplayName("a list of deals takes as many statements as one deal")
    void listInFewStatements() {
        office.signedForm(office.confirmed());
        var ofOne = Statements.during(() -> listed(1));
        office.signedForm(office.confirmed());
        office.signedForm(office.confirmed());

        var ofThree = Statements.during(() -> listed(3));

        assertThat(ofOne).isGreaterThan(4);
        // What runs beside may have added to either.
        assertThat(ofThree).isLessThan(ofOne + 2);
    }

    @Test
    @DisplayName(
            "DEP-2 deals are found by consultant and by the day on which they are due; a customer's name is masked")
    void due() {
        var ticket = office.confirmed();
        var reserved = office.reserved();
        var day = LocalDate.parse(seen(reserved).getString("dueOn"));

        assertThat(found("&dueUntil=" + day)).containsExactly(reserved.toString());
        assertThat(found("&dueOn=" + day)).containsExactly(reserved.toString());
        assertThat(found("&dueOn=" + day.plusDays(1))).isEmpty();
        assertThat(found("&dueUntil=" + day.minusDays(1))).isEmpty();
        assertThat(found("&overdue=true")).isEmpty();
        assertThat(found("&consultant=li.na")).containsExactly(ticket.toString(), reserved.toString());
        assertThat(found("&consultant=wang.wei")).isEmpty();
        assertThat(seen(reserved).getString("customerName")).isEqualTo("张**");
    }

    @Test
    @DisplayName(
            "DEP-2 SEC-1 what is due first stands before the others, by stage and with counts; consultants see their own")
    void dueFirst() {
        var later = reservedUntil(TestOffice.today().plusDays(3));
        var sooner = reservedUntil(TestOffice.today().plusDays(1));
        var ticket = office.confirmed();
        var due = "/api/v1/deals/due?project=" + office.project;

        var ofManager = Ask.as(office.manager).get(due).jsonPath();

        assertThat(ofManager.getList("items.stage")).containsExactly("QUEUED", "RESERVED");
        assertThat(ofManager.getList("items[0].first.id")).containsExactly(ticket.toString());
        assertThat(ofManager.getList("items[1].first.id")).containsExactly(sooner.toString(), later.toString());
        assertThat(ofManager.getList("items.deals")).containsExactly(1, 2);
        assertThat(Ask.as(office.wangWei).get(due).jsonPath().getList("items")).isEmpty();
    }

    @Test
    @DisplayName("DEP-2 at each stage lists go by the due date that the deal itself says, and finance by its price")
    void asEachDealSays() {
        var deals = List.of(office.confirmed(), office.reserved(), office.subscribed(), office.contracted());
        var outstanding = Ask.as(office.finance).get("/api/v1/finance/outstanding?project=" + office.project);
        var listed = found("&dueUntil=" + TestOffice.today().plusDays(400));

        for (var deal : deals) {
            var said = seen(deal);
            var dueOn = said.getString("dueOn");
            assertThat(listed.contains(deal.toString())).isEqualTo(dueOn != null);
            if (dueOn != null) {
                assertThat(found("&dueOn=" + dueOn + "&dueUntil=" + dueOn)).contains(deal.toString());
            }
            if (!said.getString("stage").equals("QUEUED")) {
                assertThat(outstanding.<String>path("items.find { it.deal == '%s' }.total".formatted(deal)))
                        .isEqualTo(said.getString("price"));
            }
        }
    }

    @Test
    @DisplayName("what is due first takes as many statements as one deal of it")
    void dueInFewStatements() {
        var asked = Ask.as(office.manager);
        var due = "/api/v1/deals/due?project=" + office.project;
        office.confirmed();
        var ofOne = Statements.during(() -> asked.get(due));
        office.confirmed();
        office.confirmed();

        var ofThree = Statements.during(() -> asked.get(due));

        assertThat(ofOne).isGreaterThan(4);
        // What runs beside may have added to either.
        assertThat(ofThree).isLessThan(ofOne + 2);
        assertThat(asked.get(due).jsonPath().getList("items[0].first")).hasSize(3);
    }

    private UUID reservedUntil(LocalDate topUpBy) {
        var deal = office.confirmed();
        var deposit = Map.of(
                "amount", "5000.00", "kind", "SMALL", "method", Map.of("type", "POS"), "topUpBy", topUpBy.toString());
        ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/deposits", deposit), 201);
        return deal;
    }

    @Test
    @DisplayName("DEP-2, SEC-1 deals are counted by stage, with those that are overdue; consultants count their own")
    void counts() {
        office.confirmed();
        office.reserved();
        office.reserved();
        var counts = "/api/v1/deals/counts?project=" + office.project;

        var ofManager = Ask.as(office.manager).get(counts).jsonPath();
        assertThat(ofManager.getList("items.stage")).containsExactly("QUEUED", "RESERVED");
        assertThat(ofManager.getList("items.deals")).containsExactly(1, 2);
        assertThat(ofManager.getList("items.overdue")).containsExactly(0, 0);
        assertThat(Ask.as(office.wangWei).get(counts).jsonPath().getList("items"))
                .isEmpty();
    }

    private JsonPath seen(UUID deal) {
        return Ask.as(office.liNa).get("/api/v1/deals/" + deal).jsonPath();
    }

    private List<String> found(String filter) {
        return Ask.as(office.manager)
                .get("/api/v1/deals?project=" + office.project + filter)
                .path("items.id");
    }

    private void listed(int deals) {
        var list = ok(Ask.as(office.liNa).get("/api/v1/deals?project=" + office.project), 200);
        assertThat(list.<List<String>>path("items.orderForm.state"))
                .hasSize(deals)
                .containsOnly("SIGNED");
        assertThat(list.<List<?>>path("items.buyers.flatten()")).hasSize(deals);
    }

    @Test
    @DisplayName("a refusal says the stage in the caller's language, and its code as a member")
    void stageInWords() {
        var deal = office.confirmed();

        var refused = Ask.as(office.finance)
                .request()
                .header("Accept-Language", "zh-CN")
                .header("Idempotency-Key", "stage-in-words-" + deal)
                .contentType("application/json")
                .body("{\"amount\":\"1.00\",\"nature\":\"PRICE\",\"method\":{\"type\":\"CASH\"}}")
                .post("/api/v1/deals/" + deal + "/payments");

        assertThat(refused.<String>path("code")).isEqualTo("STAGE_DOES_NOT_ALLOW");
        assertThat(refused.<String>path("stage")).isEqualTo("QUEUED");
        assertThat(refused.<String>path("title")).isEqualTo("交易处于“排号”阶段，不允许此操作；现在可办的事项列于该交易中。");
    }
}
