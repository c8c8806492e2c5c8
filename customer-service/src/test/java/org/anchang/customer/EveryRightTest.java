package org.anchang.customer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.anchang.test.EveryRight;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EveryRightTest extends EveryRight {
    @Override
    protected Furnished furnish() {
        var office = new Office();
        var customer = office.customerOf("li.na");
        office.visit("li.na", customer).then().statusCode(201);
        var from = Instant.now();
        var absence = office.absence("li.na", "LEAVE", from, from.plusSeconds(3600));
        return new Furnished(
                office.project,
                "li.na",
                Map.of("customers", customer.toString(), "absences", absence.toString()),
                Set.of("customers"));
    }
}
