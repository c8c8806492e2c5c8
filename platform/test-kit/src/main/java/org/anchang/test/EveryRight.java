package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// SEC-1: role × operation × foreign project × foreign owner, from the service's own interface document: a
/// new operation is in it by itself. A service says only what there is to be found ([#furnish]).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryRight {
    private static final String WALL = "wall-screen";
    private static final Set<String> PROJECT_PARAMETERS = Set.of("project", "code");
    private static final Set<String> OWNERS = Set.of("owner", "consultant", "applicant");
    private static final String NO_PROJECT = "there-is-none";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AT_LAST = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 16;

    /// A project in which there is something of each kind.
    ///
    /// @param owner whose it is, where things have one
    /// @param ids   of things that no list shows, by the first segment of their path, e.g. `order-forms`
    /// @param owned those among them that only the owner and managers see
    public record Furnished(String project, String owner, Map<String, String> ids, Set<String> owned) {}

    /// What is asked for.
    ///
    /// @param place the things that are named in path and query
    private record Asked(Operation operation, @Nullable String token, Things things) {}

    /// Ids by kind, and a project.
    private record Things(String project, Map<String, String> ids) {
        /// Nothing of this is anywhere.
        static final Things MISSING = new Things(NO_PROJECT, Map.of());

        String of(String kind) {
            return ids.getOrDefault(kind, "0199b6a2-5d3f-7c41-9a55-3f1f0e6c2b10");
        }
    }

    private record Answer(int status, String code, String body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return status + " " + code;
        }
    }

    @FunctionalInterface
    private interface Check {
        void of(HttpClient client) throws IOException, InterruptedException;
    }

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private InterfaceDocument document = new InterfaceDocument(JSON.missingNode());
    private JsonNode paths = JSON.missingNode();

    private @Nullable Furnished furnished;

    /// Makes what there is to be found; once, for all tests of the class.
    protected abstract Furnished furnish();

    /// Whether paths of this service name things that only their owner and managers see.
    protected boolean namesOwned() {
        return true;
    }

    private Furnished furnished() {
        if (furnished == null) {
            furnished = furnish();
        }
        return furnished;
    }

    @Test
    @DisplayName(
            "SEC-1 every operation: 401 without a token of this office, 403 or 404 for each role that it does not name")
    void roles() {
        var operations = read();
        var project = furnished().project();
        var checks = new ArrayList<Check>();
        for (var operation : operations) {
            if (isForAnybody(operation)) {
                // Whoever has no link that holds finds nothing.
                checks.add(client -> expect(client, new Asked(operation, null, Things.MISSING), Set.of(404)));
                continue;
            }
            var stranger = Person.withRole("role.none", "consultant").in(project);
            for (var token : Stream.of(null, "rubbish", stranger.tokenFor("another-office"))
                    .toList()) {
                checks.add(client -> expect(client, new Asked(operation, token, Things.MISSING), Set.of(401)));
            }
            for (var role :
                    Stream.concat(Person.ROLES.stream(), Stream.of(WALL)).toList()) {
                if (!allowed(operation).contains(role)) {
                    var person = Person.withRole("role." + role, role).in(project);
                    checks.add(client ->
                            expect(client, new Asked(operation, person.token(), Things.MISSING), Set.of(403, 404)));
                }
            }
        }
        run(checks);
    }

    @Test
    @DisplayName("SEC-1 every operation: what is another project's is not there, and is answered like what is nowhere")
    void foreignProjects() throws JsonProcessingException {
        var operations = read();
        var there = harvest(operations);
        var checks = new ArrayList<Check>();
        for (var operation : operations) {
            for (var role : allowed(operation)) {
                var token = Person.withRole("elsewhere." + role, role)
                        .in("elsewhere")
                        .token();
                checks.add(client -> isNotThere(
                        client,
                        new Asked(operation, token, there.all()),
                        there.all().project()));
            }
        }
        run(checks);
    }

    @Test
    @DisplayName("SEC-1 every operation: what somebody may do in another project opens nothing in this one")
    void rolesElsewhere() throws JsonProcessingException {
        var operations = read();
        var there = harvest(operations).all();
        var checks = new ArrayList<Check>();
        for (var operation : operations) {
            for (var role : Person.ROLES) {
                if (!allowed(operation).contains(role)) {
                    var token = Person.withRole("two.posts." + role, role)
                            .in(there.project())
                            .andAllElseIn("elsewhere")
                            .token();
                    checks.add(client -> isNotDone(client, new Asked(operation, token, there)));
                }
            }
        }
        run(checks);
    }

    @Test
    @DisplayName(
            "SEC-1 every operation: what is another consultant's is not there, and is answered like what is nowhere")
    void foreignOwners() throws JsonProcessingException {
        var operations = read();
        var there = harvest(operations);
        var token = Person.consultant("another.consultant")
                .in(there.all().project())
                .token();
        var checks = new ArrayList<Check>();
        for (var operation : operations) {
            var kinds = kindsInPath(operation);
            if (allowed(operation).contains("consultant") && kinds.stream().anyMatch(there.owned()::contains)) {
                checks.add(client -> isNotThere(client, new Asked(operation, token, there.all()), null));
            }
        }
        if (!namesOwned()) {
            assertThat(checks).isEmpty();
            return;
        }
        run(checks);
    }

    /// Where something of a project is asked for by somebody who may ask so in another only.
    private void isNotDone(HttpClient client, Asked asked) throws IOException, InterruptedException {
        var isAboutSomething = asked.operation().parameters().stream()
                        .anyMatch(parameter -> parameter.where().equals("path") || isProject(parameter))
                || asked.operation().body() != null
                        && body(asked.operation().body(), asked.things())
                                .contains(asked.things().project());
        var answer = send(client, asked);
        if (isAboutSomething && answer.isSuccess() && !isEmptyList(answer)) {
            faults.add("%s: %s".formatted(asked.operation(), answer));
        }
        if (answer.isSuccess()
                && answer.body().contains("\"project\":\"" + asked.things().project() + "\"")) {
            faults.add("%s shows the project".formatted(asked.operation()));
        }
    }

    /// @param secret a text that no answer has
    private void isNotThere(HttpClient client, Asked asked, @Nullable String secret)
            throws IOException, InterruptedException {
        var missing = asked.things().project();
        var nowhere = new Things(secret == null ? missing : NO_PROJECT, Map.of());
        var found = send(client, asked);
        var none = send(client, new Asked(asked.operation(), asked.token(), nowhere));
        var isPlace = asked.operation().parameters().stream()
                .anyMatch(parameter -> parameter.where().equals("path") || isProject(parameter));
        if (isPlace && found.isSuccess() && !isEmptyList(found)) {
            faults.add("%s: %s".formatted(asked.operation(), found));
        }
        if (isPlace && !(found.status() == none.status() && found.code().equals(none.code()))) {
            faults.add("%s tells %s from what is nowhere, %s".formatted(asked.operation(), found, none));
        }
        if (secret != null && found.isSuccess() && found.body().contains(secret)) {
            faults.add("%s speaks of a foreign project".formatted(asked.operation()));
        }
    }

    private static boolean isEmptyList(Answer answer) throws JsonProcessingException {
        return answer.body().startsWith("{")
                && JSON.readTree(answer.body()).path("items").isEmpty()
                && JSON.readTree(answer.body()).has("items");
    }

    private void expect(HttpClient client, Asked asked, Set<Integer> statuses)
            throws IOException, InterruptedException {
        var answer = send(client, asked);
        if (!statuses.contains(answer.status())) {
            faults.add("%s: %s instead of %s".formatted(asked.operation(), answer, statuses));
        }
    }

    private List<Operation> read() {
        document = InterfaceDocument.shown();
        paths = document.json().path("paths");
        return document.operations();
    }

    private boolean isForAnybody(Operation operation) {
        return written(operation).path("x-for-anybody").asBoolean();
    }

    private JsonNode written(Operation operation) {
        return paths.path(operation.path()).path(operation.verb().toLowerCase(Locale.ROOT));
    }

    /// The roles that the document names; without any the whole office.
    private Set<String> allowed(Operation operation) {
        var named = operation.roles();
        var all = new java.util.TreeSet<>(named.isEmpty() ? Set.copyOf(Person.ROLES) : named);
        if (written(operation).path("x-wall-screens").asBoolean()) {
            all.add(WALL);
        }
        return all;
    }

    private record There(Things all, Set<String> owned) {}

    /// What the lists show of the project, beside what the service says itself.
    private There harvest(List<Operation> operations) throws JsonProcessingException {
        var furnished = furnished();
        var ids = new HashMap<>(furnished.ids());
        var owned = new java.util.HashSet<>(furnished.owned());
        var manager =
                new Person("some.manager", Set.of("site-manager", "general-manager"), Set.of(furnished.project()));
        for (var operation : operations) {
            var isList = operation.verb().equals("GET")
                    && !operation.path().contains("{")
                    && operation.parameters().stream().anyMatch(EveryRight::isProject);
            if (isList) {
                var answer = Ask.as(manager).get(operation.path() + "?project=" + furnished.project());
                // What is a workbook lists nothing to ask for.
                var page =
                        answer.contentType().contains("json") ? JSON.readTree(answer.asString()) : JSON.missingNode();
                var first = page.path("items").path(0);
                var kind = operation.path().substring(operation.path().lastIndexOf('/') + 1);
                if (first.path("id").isTextual()) {
                    ids.putIfAbsent(kind, first.path("id").asText());
                    if (OWNERS.stream()
                            .anyMatch(owner -> first.path(owner).asText().equals(furnished.owner()))) {
                        owned.add(kind);
                    }
                }
            }
        }
        return new There(new Things(furnished.project(), Map.copyOf(ids)), Set.copyOf(owned));
    }

    private static boolean isProject(Operation.Parameter parameter) {
        return PROJECT_PARAMETERS.contains(parameter.name());
    }

    /// Of each parameter within the path, the segment before it: the kind of thing that it names.
    private static List<String> kindsInPath(Operation operation) {
        var segments = List.of(operation.path().split("/"));
        return Stream.iterate(1, i -> i < segments.size(), i -> i + 1)
                .filter(i -> segments.get(i).startsWith("{"))
                .map(i -> segments.get(i - 1))
                .toList();
    }

    private void run(List<Check> checks) {
        assertThat(checks).isNotEmpty();
        faults.clear();
        var turns = new Semaphore(AT_A_TIME);
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var check : checks) {
                turns.acquireUninterruptibly();
                senders.execute(() -> {
                    try {
                        check.of(client);
                    } catch (IOException | RuntimeException e) {
                        faults.add(e.toString());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        turns.release();
                    }
                });
            }
        }
        assertThat(faults.stream().distinct().sorted().limit(60).collect(Collectors.joining("\n")))
                .as("%d of %d requests", faults.size(), checks.size())
                .isEmpty();
    }

    private Answer send(HttpClient client, Asked asked) throws IOException, InterruptedException {
        var operation = asked.operation();
        var http = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address(asked)))
                .timeout(AT_LAST)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (asked.token() != null) {
            http.header("Authorization", "Bearer " + asked.token());
        }
        var types = written(operation)
                .path("requestBody")
                .path("content")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
        if (!types.isEmpty()) {
            http.header("Content-Type", types.getFirst());
        }
        var body = operation.body() == null ? "x" : body(operation.body(), asked.things());
        http.method(operation.verb(), types.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var response = client.send(http.build(), BodyHandlers.ofString());
        var isProblem = response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        var code = isProblem ? JSON.readTree(response.body()).path("code").asText() : "";
        return new Answer(response.statusCode(), code, response.body());
    }

    /// Plausible, and about the things.
    private String body(JsonNode schema, Things things) {
        var places = new ArrayList<InterfaceDocument.Place>();
        var body = document.plausible(schema, 0, "", (place, _) -> places.add(place));
        for (var place : places) {
            if (place.key() instanceof String name) {
                if (name.equals("project")) {
                    place.set(JSON.getNodeFactory().textNode(things.project()));
                } else if (things.ids().containsKey(name + "s")) {
                    place.set(JSON.getNodeFactory().textNode(things.of(name + "s")));
                }
            }
        }
        return body.toString();
    }

    private String address(Asked asked) {
        var operation = asked.operation();
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var hole = "{" + parameter.name() + "}";
            if (parameter.where().equals("path")) {
                path = path.replace(hole, Operation.encoded(named(parameter, path, hole, asked.things())));
            } else if (parameter.where().equals("query") && (parameter.isRequired() || isProject(parameter))) {
                query.add(parameter.name() + "="
                        + Operation.encoded(
                                isProject(parameter) ? asked.things().project() : any(parameter)));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String named(Operation.Parameter parameter, String path, String hole, Things things) {
        if (isProject(parameter)) {
            return things.project();
        }
        var before = path.substring(0, path.indexOf(hole) - 1);
        var kind = before.substring(before.lastIndexOf('/') + 1);
        return things.ids().containsKey(kind) || parameter.kind() == Kind.ID ? things.of(kind) : any(parameter);
    }

    private String any(Operation.Parameter parameter) {
        return document.plausible(parameter.schema(), 0, "", (_, _) -> {}).asText();
    }
}
