package org.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// SEC-1: what another consultant's is, named in a query or a body; [EveryRightTest] names it in paths. An operation
/// that is new to the interface and names things so has to be added here.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ForeignOwnersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "欧阳密友";
    private static final String SECRET = "只有李娜知道";
    private final LocalDate today = LocalDate.now(OfficeClock.OFFICE_ZONE);

    /// Who comes to the desk, whom a substitute receives (REC-2, REC-3), who brought whom (REC-5), of what somebody
    /// complains (CAR-2) and whose a customer is to be (REC-9) concern others than the owner. What the customer is
    /// called and wants is nobody else's to read there either.
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "POST /api/v1/receptions",
            "POST /api/v1/visits",
            "POST /api/v1/customers",
            "POST /api/v1/complaints",
            "POST /api/v1/ownership-cases");

    /// Name nobody's customer: words of the project, views, pools.
    private static final Set<String> OF_THE_PROJECT = Set.of(
            "GET /api/v1/customers",
            "GET /api/v1/pool/{project}",
            "GET /api/v1/pool/{project}/quota",
            "POST /api/v1/customer-views",
            "POST /api/v1/customers/{id}/tags");

    private final Office office = new Office();
    private final Ask owner = office.as("li.na");
    private final Ask other = office.as("wang.lei");

    @Test
    @DisplayName("SEC-1 no list tells a consultant what is another's, nor whether there is anything")
    void lists() throws JsonProcessingException {
        var phone = Office.freshPhone();
        var foreign = furnished(phone);
        for (var operation : operations()) {
            var parameters = operation.at("/parameters");
            var names = StreamSupport.stream(parameters.spliterator(), false)
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            var path = operation.path("path").asText();
            if (!operation.path("verb").asText().equals("get") || path.contains("{") || !names.contains("project")) {
                continue;
            }
            var query = names.contains("customer") ? "&customer=" + foreign : "";
            var from = names.contains("from") ? "&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z" : "";
            var asked = path + "?project=" + office.project + query + from
                    + (names.contains("phone") ? "&phone=" + phone : "");
            var answer = other.get(asked);
            assertThat(answer.statusCode()).as(asked).isIn(200, 404);
            tellsNothing(asked, answer, phone);
            if (!query.isEmpty() && answer.statusCode() == 200) {
                assertThat(answer.jsonPath().getList("items")).as(asked).isEmpty();
            }
        }
    }

    @Test
    @DisplayName(
            "SEC-1 a command that names what is another consultant's is answered as if it were nowhere, or tells nothing of it")
    void commands() throws JsonProcessingException {
        var phone = Office.freshPhone();
        var foreign = furnished(phone);
        var commands = commands(foreign);
        assertThat(commands.keySet()).as("all that name things").containsAll(naming());
        var found = new ArrayList<String>();
        for (var command : commands.entrySet()) {
            var path = path(command.getKey());
            var answer = other.post(path, command.getValue());
            tellsNothing(command.getKey(), answer, phone);
            var nowhere = other.post(path, commands(UUID.randomUUID()).get(command.getKey()));
            var isToldApart = answer.statusCode() < 300 || !said(answer).equals(said(nowhere));
            if (isToldApart && !OPEN_TO_ALL.contains(command.getKey())) {
                found.add(command.getKey() + ": " + said(answer) + ", nowhere " + said(nowhere));
            }
        }
        assertThat(found).isEmpty();
    }

    /// A customer of whom the owner has recorded all there is to record.
    private UUID furnished(String phone) {
        other.post("/api/v1/customers", office.visitor("王五", Office.freshPhone()))
                .then()
                .statusCode(201);
        var visitor = office.visitor(NAME, phone);
        visitor.put("note", SECRET);
        var registered = owner.post("/api/v1/customers", visitor);
        registered.then().statusCode(201);
        var customer = UUID.fromString(registered.jsonPath().getString("id"));
        did("/api/v1/visits", Map.of("project", office.project, "customer", customer, "note", SECRET));
        did("/api/v1/follow-ups", Map.of("customer", customer, "said", SECRET, "intentGrade", "A"));
        did(
                "/api/v1/follow-ups/plans",
                Map.of(
                        "customer",
                        customer,
                        "plan",
                        Map.of("way", "CALL", "action", SECRET, "dueOn", today.toString())));
        did(
                "/api/v1/calls",
                Map.of(
                        "project",
                        office.project,
                        "phone",
                        phone,
                        "seconds",
                        60,
                        "questions",
                        List.of(),
                        "note",
                        SECRET));
        did("/api/v1/missed-calls", Map.of("project", office.project, "phone", phone));
        did(
                "/api/v1/complaints",
                Map.of(
                        "project",
                        office.project,
                        "kind",
                        "COMPLAINT",
                        "way",
                        "PHONE",
                        "customer",
                        customer,
                        "text",
                        SECRET));
        did(
                "/api/v1/care-tasks",
                Map.of("customer", customer, "on", today.plusDays(1).toString(), "purpose", SECRET));
        did("/api/v1/losses", Map.of("customer", customer, "objection", "LOCATION", "reason", SECRET));
        did(
                "/api/v1/pool-locks/requests",
                Map.of("customer", customer, "until", today.plusDays(9).toString(), "reason", SECRET));
        office.siteManager()
                .post("/api/v1/messages", Map.of("project", office.project, "recipient", "li.na", "text", SECRET))
                .then()
                .statusCode(201);
        return customer;
    }

    private void did(String path, Map<String, ?> body) {
        var done = owner.post(path, body);
        assertThat(done.statusCode()).as("%s %s", path, done.asString()).isBetween(200, 299);
    }

    private Map<String, Map<String, Object>> commands(UUID customer) {
        var commands = new LinkedHashMap<String, Map<String, Object>>();
        commands.put(
                "POST /api/v1/care-tasks",
                Map.of("customer", customer, "on", today.plusDays(1).toString(), "purpose", "x"));
        commands.put(
                "POST /api/v1/complaints",
                Map.of(
                        "project", office.project,
                        "kind", "COMPLAINT",
                        "way", "PHONE",
                        "customer", customer,
                        "text", "x"));
        commands.put("POST /api/v1/follow-ups", Map.of("customer", customer, "said", "x", "intentGrade", "A"));
        commands.put(
                "POST /api/v1/follow-ups/plans",
                Map.of("customer", customer, "plan", Map.of("way", "CALL", "dueOn", today.toString())));
        commands.put("POST /api/v1/losses", Map.of("customer", customer, "objection", "LOCATION", "reason", "x"));
        commands.put(
                "POST /api/v1/pool-locks/requests",
                Map.of("customer", customer, "until", today.plusDays(9).toString(), "reason", "x"));
        commands.put("POST /api/v1/pool/{project}/claims", Map.of("customer", customer));
        commands.put(
                "POST /api/v1/ownership-cases",
                Map.of("project", office.project, "kind", "WISH", "customer", customer, "reason", "x"));
        commands.put(
                "POST /api/v1/receptions",
                Map.of("project", office.project, "kind", "RETURNING", "customer", customer));
        commands.put("POST /api/v1/visits", Map.of("project", office.project, "customer", customer));
        var referred = new HashMap<>(office.visitor("赵六", Office.freshPhone()));
        referred.put("channel", "REFERRAL");
        referred.put("introducedBy", customer);
        commands.put("POST /api/v1/customers", referred);
        return commands;
    }

    private String path(String operation) {
        return operation.substring("POST ".length()).replace("{project}", office.project);
    }

    /// Commands whose bodies name a thing by its id, beside those that name it in the path too.
    private static Set<String> naming() throws JsonProcessingException {
        var naming = new TreeSet<String>();
        for (var operation : operations()) {
            var name = operation.path("verb").asText().toUpperCase(java.util.Locale.ROOT) + " "
                    + operation.path("path").asText();
            if (name.startsWith("POST")
                    && !name.contains("{id}")
                    && !OF_THE_PROJECT.contains(name)
                    && members(operation).anyMatch(Set.of("customer", "introducedBy")::contains)) {
                naming.add(name);
            }
        }
        return naming;
    }

    private static Stream<String> members(JsonNode operation) {
        var reference = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        var schema = operation.path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
        return schema.path("properties").propertyStream().map(Map.Entry::getKey);
    }

    /// Those that consultants may use.
    private static List<JsonNode> operations() throws JsonProcessingException {
        var document = JSON.readTree(RestAssured.get("/q/openapi?format=json").asString());
        var operations = new ArrayList<JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    var security = verb.getValue().path("security");
                    if (security.isEmpty() || security.toString().contains("\"consultant\"")) {
                        operations.add(((com.fasterxml.jackson.databind.node.ObjectNode) verb.getValue())
                                .put("verb", verb.getKey())
                                .put("path", path.getKey())
                                .set("schemas", document.path("components").path("schemas")));
                    }
                }));
        return operations;
    }

    private static void tellsNothing(String asked, Response answer, String phone) {
        assertThat(answer.asString()).as(asked).doesNotContain(NAME, SECRET, phone);
    }

    private static String said(Response answer) {
        return answer.statusCode() + " "
                + (answer.statusCode() < 300 ? "" : answer.jsonPath().getString("code"));
    }
}
