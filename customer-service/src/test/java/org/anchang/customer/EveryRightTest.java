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
        var arrival = office.siteManager().post("/api/v1/receptions", Map.of("project", office.project, "kind", "NEW"));
        arrival.then().statusCode(201);
        var person = "p." + office.project;
        var invited = office.administrator()
                .post(
                        "/api/v1/people",
                        Map.of("person", person, "name", "韩雪", "project", office.project, "role", "finance"));
        invited.then().statusCode(201);
        return new Furnished(
                office.project,
                "li.na",
                Map.of(
                        "customers",
                        customer.toString(),
                        "absences",
                        absence.toString(),
                        "receptions",
                        arrival.jsonPath().getString("id"),
                        "people",
                        person,
                        "posts",
                        invited.jsonPath().getString("posts[0].id")),
                Set.of("customers"));
    }
}
