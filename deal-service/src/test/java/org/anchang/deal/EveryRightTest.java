package org.anchang.deal;

import static org.anchang.deal.TestOffice.ok;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.anchang.test.Ask;
import org.anchang.test.EveryRight;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class EveryRightTest extends EveryRight {
    @Override
    protected Furnished furnish() {
        var office = new TestOffice();
        var deal = office.subscribed();
        var form = office.signedForm(deal).toString();
        var asked =
                ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/void-requests", Map.of("reason", "重复")), 201);
        var print = ok(
                Ask.as(office.liNa).post("/api/v1/deal-papers/order-form/" + form + "/prints", Map.of("copies", 1)),
                201);
        var term =
                ok(Ask.as(office.liNa).post("/api/v1/supplementary-terms", Map.of("deal", deal, "text", "交房前换锁")), 201);
        return new Furnished(
                office.project,
                office.liNa.name(),
                Map.of(
                        "deals",
                        deal.toString(),
                        "order-forms",
                        form,
                        "requests",
                        asked.path("id").toString(),
                        "deal-prints",
                        print.path("id").toString(),
                        "deal-papers",
                        "order-form",
                        "order-form",
                        form,
                        "supplementary-terms",
                        term.path("id").toString()),
                Set.of("deals", "order-forms", "requests", "receipts", "deal-prints", "deal-papers"));
    }
}
