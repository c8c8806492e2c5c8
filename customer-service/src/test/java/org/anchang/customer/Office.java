package org.anchang.customer;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.test.Ask;
import org.anchang.test.Person;

/// A sales office of its own for one test: its people, and the phones of its visitors.
public final class Office {
    private static final AtomicInteger PHONES = new AtomicInteger(10_000_000);

    public final String project = "office-" + UUID.randomUUID().toString().substring(0, 8);
    private boolean placed;

    public Ask as(String consultant) {
        return Ask.as(Person.consultant(consultant).in(project));
    }

    public Ask with(String role) {
        return Ask.as(Person.withRole("somebody." + role, role).in(project));
    }

    public Ask siteManager() {
        return Ask.as(Person.siteManager("chen.jing").in(project));
    }

    public Ask administrator() {
        return Ask.as(Person.administrator());
    }

    /// An initials' series of this office alone begins at 001 under these region letters.
    public synchronized void isInRegion(String letters) {
        placed = true;
        administrator()
                .post(
                        "/api/v1/customer-settings/" + project + "/REGION_INITIALS",
                        Map.of("value", letters, "validFrom", "2020-01-01", "reason", "test"))
                .then()
                .statusCode(204);
    }

    public static String freshPhone() {
        return "139" + PHONES.incrementAndGet();
    }

    /// The office has heard nothing of where the project lies, and sets nothing either.
    public Office withoutRegion() {
        placed = true;
        return this;
    }

    private synchronized void beSomewhere() {
        if (!placed) {
            isInRegion("LY");
        }
    }

    /// The site manager enters somebody who has not worked here before.
    public void hires(String consultant) {
        siteManager()
                .post("/api/v1/consultants", Map.of("project", project, "person", consultant))
                .then()
                .statusCode(201);
    }

    public Map<String, Object> visitor(String name, String phone) {
        beSomewhere();
        return new HashMap<>(Map.of("project", project, "name", name, "phone", phone, "channel", "WALK_IN"));
    }

    /// A new customer of the consultant.
    public UUID customerOf(String consultant) {
        var registered = as(consultant).post("/api/v1/customers", visitor("张三", freshPhone()));
        registered.then().statusCode(201);
        return UUID.fromString(registered.jsonPath().getString("id"));
    }

    public Response visit(String receiver, UUID customer) {
        return as(receiver).post("/api/v1/visits", Map.of("project", project, "customer", customer));
    }

    public UUID absence(String person, String kind, Instant from, Instant until) {
        var recorded = siteManager()
                .post(
                        "/api/v1/absences",
                        Map.of(
                                "project", project,
                                "person", person,
                                "kind", kind,
                                "from", from.toString(),
                                "until", until.toString()));
        recorded.then().statusCode(201);
        return UUID.fromString(recorded.jsonPath().getString("id"));
    }

    /// Somebody does something at that time.
    public static Response at(Instant moment, Ask who, String path, Map<String, ?> body) {
        return who.request()
                .header("X-Office-Clock", moment.toString())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    /// A customer of the consultant, registered so many days ago.
    public UUID customerOf(String consultant, int daysAgo) {
        var registered = at(
                Instant.now().minus(Duration.ofDays(daysAgo)),
                as(consultant),
                "/api/v1/customers",
                visitor("张三", freshPhone()));
        registered.then().statusCode(201);
        return UUID.fromString(registered.jsonPath().getString("id"));
    }

    /// From 2020 on.
    public void sets(String setting, String value) {
        administrator()
                .post(
                        "/api/v1/customer-settings/" + project + "/" + setting,
                        Map.of("value", value, "validFrom", "2020-01-01", "reason", "test"))
                .then()
                .statusCode(204);
    }

    /// The site manager puts customers into the pool.
    public Response pools(UUID... customers) {
        return siteManager()
                .post(
                        "/api/v1/customer-moves",
                        Map.of(
                                "project",
                                project,
                                "among",
                                Map.of("customers", List.of(customers)),
                                "to",
                                List.of(),
                                "reason",
                                "长期未跟进"));
    }

    public Response claim(String consultant, UUID customer) {
        return as(consultant).post("/api/v1/pool/" + project + "/claims", Map.of("customer", customer));
    }
}
