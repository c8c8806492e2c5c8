package org.anchang.customer.call.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class MessageResourceTest {
    private final Office office = new Office();

    @Inject
    Database database;

    @Test
    @DisplayName("TEL-2 a message waits for whom it was left, is read by nobody else, and keeps when it was read")
    void readOnce() {
        office.hires("wang.lei");
        var left = office.as("li.na").post("/api/v1/messages", message("wang.lei", "贾先生请您回电"));
        var path = "/api/v1/messages/" + left.jsonPath().getString("id") + "/read";

        assertThat(left.statusCode()).as(left.asString()).isEqualTo(201);
        assertThat(unread("wang.lei")).hasSize(1);
        assertThat(unread("li.na")).isEmpty();
        assertThat(office.siteManager().post(path).statusCode()).isEqualTo(404);
        assertThat(office.as("li.na").post(path).statusCode()).isEqualTo(404);
        var first = office.as("wang.lei").post(path).jsonPath().getString("readAt");
        var second = office.as("wang.lei").post(path).jsonPath().getString("readAt");
        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(unread("wang.lei")).isEmpty();
        assertThat(office.as("li.na")
                        .get("/api/v1/messages?sent=true&project=" + office.project)
                        .jsonPath()
                        .getList("items.readAt"))
                .as("who left it sees that it was read")
                .containsExactly(first);
    }

    @Test
    @DisplayName("TEL-2 nobody leaves a message for a person who does not work in the project; it stands sealed")
    void knownPeople() {
        office.hires("wang.lei");

        var unknown = office.as("li.na").post("/api/v1/messages", message("no.body", "x"));
        var left = office.as("li.na").post("/api/v1/messages", message("wang.lei", "看房约在周六"));

        assertThat(unknown.jsonPath().getString("code")).isEqualTo("RECIPIENT_UNKNOWN");
        assertThat(database.sql("SELECT to_jsonb(m)::text FROM message m WHERE id = :id")
                        .with("id", UUID.fromString(left.jsonPath().getString("id")))
                        .one(String.class))
                .doesNotContain("贾", "周六", "13903790077");
    }

    private List<Object> unread(String person) {
        return office.as(person)
                .get("/api/v1/messages?unread=true&project=" + office.project)
                .jsonPath()
                .getList("items");
    }

    private Map<String, Object> message(String recipient, String text) {
        return Map.of(
                "project",
                office.project,
                "recipient",
                recipient,
                "callerName",
                "贾先生",
                "phone",
                "13903790077",
                "text",
                text);
    }
}
