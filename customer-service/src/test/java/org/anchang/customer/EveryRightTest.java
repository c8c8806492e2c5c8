package org.anchang.customer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.kit.clock.OfficeClock;
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
        var li = office.as("li.na");
        li.post("/api/v1/calls", Map.of("project", office.project, "seconds", 60, "questions", List.of()))
                .then()
                .statusCode(201);
        li.post("/api/v1/missed-calls", Map.of("project", office.project, "phone", Office.freshPhone()))
                .then()
                .statusCode(201);
        var message = office.siteManager()
                .post("/api/v1/messages", Map.of("project", office.project, "recipient", "li.na", "text", "x"));
        message.then().statusCode(201);
        li.post(
                        "/api/v1/complaints",
                        Map.of(
                                "project", office.project,
                                "kind", "SUGGESTION",
                                "way", "PHONE",
                                "customer", customer,
                                "text", "x"))
                .then()
                .statusCode(201);
        li.post(
                        "/api/v1/ownership-cases",
                        Map.of("project", office.project, "kind", "WISH", "customer", customer, "reason", "x"))
                .then()
                .statusCode(201);
        var today = LocalDate.now(OfficeClock.OFFICE_ZONE).plusDays(2);
        var birthday = li.post(
                "/api/v1/customers/" + customer + "/birthdays",
                Map.of(
                        "relation",
                        "SELF",
                        "calendar",
                        "SOLAR",
                        "month",
                        today.getMonthValue(),
                        "day",
                        today.getDayOfMonth()));
        birthday.then().statusCode(200);
        for (var path : List.of("/api/v1/advertising-days", "/api/v1/care-holidays")) {
            var name = path.endsWith("holidays") ? "name" : "medium";
            office.siteManager()
                    .post(path, Map.of("project", office.project, "day", today.toString(), name, "x"))
                    .then()
                    .statusCode(201);
        }
        var manager = office.siteManager();
        var survey = manager.post(
                "/api/v1/surveys",
                Map.of(
                        "project",
                        office.project,
                        "title",
                        "x",
                        "greeting",
                        "x",
                        "questions",
                        List.of(Map.of("kind", "SCORE", "asked", "x"))));
        survey.then().statusCode(201);
        var gathering = manager.post(
                "/api/v1/gatherings",
                Map.of(
                        "project",
                        office.project,
                        "kind",
                        "OTHER",
                        "title",
                        "x",
                        "place",
                        "x",
                        "beginsAt",
                        from.plusSeconds(3600).toString(),
                        "endsAt",
                        from.plusSeconds(7200).toString(),
                        "most",
                        9));
        gathering.then().statusCode(201);
        var held = "/api/v1/gatherings/" + gathering.jsonPath().getString("id");
        manager.post(held + "/invitations", Map.of("customers", List.of(customer)))
                .then()
                .statusCode(200);
        var guest = manager.get(held + "/guests").jsonPath().getString("items[0].id");
        manager.post(
                        "/api/v1/profession-pairs",
                        Map.of("project", office.project, "one", "a", "other", "b", "why", "x"))
                .then()
                .statusCode(201);
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
                        "messages",
                        message.jsonPath().getString("id"),
                        "birthdays",
                        birthday.jsonPath().getString("birthdays[0].id"),
                        "people",
                        person,
                        "posts",
                        invited.jsonPath().getString("posts[0].id"),
                        "guests",
                        guest),
                Set.of("customers", "calls", "messages", "birthdays", "care-tasks", "guests"));
    }
}
