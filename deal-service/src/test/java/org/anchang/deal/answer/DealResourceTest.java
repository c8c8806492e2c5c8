package org.anchang.deal.answer;

import static org.anchang.deal.TestOffice.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
        assertThat(ofThree).isEqualTo(ofOne);
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
