package org.anchang.commission;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.test.EveryRight;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EveryRightTest extends EveryRight {
    @Override
    protected Furnished furnish() {
        var deal = UUID.randomUUID();
        try (var office = new Office()) {
            office.publishPlan("SIGNED", "1.00");
            office.registered("li.na");
            office.orderFormSigned(deal, "1000000.00");
            office.contractSigned(deal, "1000000.00");
            var id = await().until(
                            () -> office.siteManager()
                                    .get("/api/v1/commissions?deal=" + deal)
                                    .jsonPath()
                                    .getString("items[0].id"),
                            found -> found != null);
            return new Furnished(office.project, "li.na", Map.of("commissions", id), Set.of("commissions"));
        }
    }
}
