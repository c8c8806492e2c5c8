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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.anchang.test.InterfaceDocument.Place;
import org.anchang.test.Operation.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// No input is a fault of ours: whatever stands in a member or parameter of any operation that the service's interface
/// document shows is either taken or refused by its name, and at once. New operations are in it by themselves.
public abstract class EveryMember {
    private static final Person EVERYBODY = new Person("everybody", Set.copyOf(Person.ROLES), Set.of("*"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "@@here@@";
    private static final int AT_A_TIME = 16;
    /// Whoever has not answered by then will not; how quick they are is no question here.
    private static final Duration AT_LAST = Duration.ofMinutes(2);
    /// More than the longest list of JSON that any operation takes.
    private static final int TOO_LARGE = 1100 * 1024;

    /// What came back, and what was asked for.
    private record Answer(String asked, int status, JsonNode problem) {
        boolean names(String name) {
            return problem.path("field").asText().equals(name)
                    || StreamSupport.stream(problem.path("violations").spliterator(), false)
                            .anyMatch(violation ->
                                    violation.path("field").asText().equals(name));
        }

        boolean isRefusedAt(String name) {
            return status == 422 && names(name);
        }

        @Override
        public String toString() {
            return asked + " → " + status + " " + problem;
        }
    }

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private InterfaceDocument document;
    private JsonNode schemas;
    private List<Operation> operations = List.of();

    @BeforeEach
    void readDocument() throws IOException {
        document = InterfaceDocument.shown();
        var described = document.json();
        if (System.getProperty("update") != null) {
            // As system-tests' OpenApiDocumentTest writes it, which holds it against the running service.
            var file =
                    Path.of("../docs/api", described.path("info").path("title").asText() + ".json");
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(described) + "\n");
        }
        schemas = described.path("components").path("schemas");
        operations = document.operations();
    }

    @Test
    @DisplayName("every type and every operation of the interface document has a name that somebody gave it")
    void names() {
        assertThat(document.schemaNames()).noneMatch(name -> Character.isDigit(name.charAt(name.length() - 1)));
        assertThat(operations)
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
    }

    @Test
    @DisplayName("a member says what the doc comment of its record says, or what its name means everywhere")
    void described() {
        assertThat(schemas.at("/Action/properties/yours/description").asText())
                .isEqualTo("whether the caller may, now");
        assertThat(schemas.at("/Parked/properties/aggregate/description").asText())
                .isEqualTo("the id of what the event is about");
    }

    @Test
    @DisplayName("a value of the wrong form, or beyond what can be recorded, is refused by its member in every body")
    void bodies() {
        var requests = new ArrayList<Request>();
        for (var operation : operations) {
            if (operation.body() instanceof JsonNode body) {
                for (int way = 0; way < document.ways(body); way++) {
                    requests.addAll(badBodies(operation, body, way));
                }
            }
        }
        send(requests);
    }

    @Test
    @DisplayName("a body that says a member twice, one that nobody knows, or more than one thing is refused")
    void wholeBodies() {
        var requests = new ArrayList<Request>();
        for (var operation : operations) {
            if (operation.body() instanceof JsonNode schema) {
                var body = document.plausible(schema, 0, "", (_, _) -> {});
                var text = body.toString();
                requests.add(new Request(operation, text + " {}", refusedAt("body")));
                requests.add(new Request(operation, text + " oops", refusedAt("body")));
                requests.add(new Request(operation, "[" + text + "]", refusedAt("body")));
                requests.add(new Request(operation, with(text, "\"nobodyKnowsIt\":1"), refusedAt("nobodyKnowsIt")));
                body.propertyStream()
                        .findFirst()
                        .ifPresent(first -> requests.add(new Request(
                                operation,
                                with(text, "\"" + first.getKey() + "\":" + first.getValue()),
                                refusedAt(first.getKey()))));
            }
        }
        send(requests);
    }

    @Test
    @DisplayName("a body of JSON that is larger than its operation takes is refused with the bound")
    void largeBodies() {
        var large = " ".repeat(TOO_LARGE);
        send(operations.stream()
                .filter(operation -> operation.body() != null)
                .map(operation -> new Request(
                        operation,
                        large,
                        answer -> answer.status() == 413
                                && answer.problem().path("mostBytes").isNumber()))
                .toList());
    }

    @Test
    @DisplayName("a value of a query that is not of its form is refused by its name; within a path it names nothing")
    void parameters() {
        var requests = new ArrayList<Request>();
        for (var operation : operations) {
            for (var parameter : operation.parameters()) {
                switch (parameter.where()) {
                    case "query" -> requests.addAll(badQueries(operation, parameter));
                    case "path" -> requests.addAll(badPaths(operation, parameter));
                    default -> {}
                }
            }
        }
        send(requests);
    }

    @Test
    @DisplayName("whoever accepts no JSON gets none, and nothing is done; a header that is none is no fault of ours")
    void accept() {
        var requests = new ArrayList<Request>();
        for (var operation : operations) {
            if (operation.answersJson()) {
                for (var accept : List.of("text/html", "application/xml", "a", "application/json;q=0")) {
                    requests.add(new Request(operation, null, answer -> answer.status() == 406).accepting(accept));
                }
            }
        }
        send(requests);
    }

    private List<Request> badBodies(Operation operation, JsonNode schema, int way) {
        record Member(Place place, Kind kind) {}
        var members = new ArrayList<Member>();
        var body = document.plausible(schema, way, "", (place, kind) -> members.add(new Member(place, kind)));
        var requests = new ArrayList<Request>();
        for (var member : members) {
            var usual = member.place().get();
            member.place().set(JSON.getNodeFactory().textNode(HERE));
            var text = body.toString();
            member.place().set(usual);
            for (var bad : member.kind().inBodies) {
                requests.add(new Request(
                        operation,
                        text.replace("\"" + HERE + "\"", bad),
                        refusedAt(member.place().path())));
            }
            if (member.kind() == Kind.LIST) {
                requests.add(new Request(operation, text.replace("\"" + HERE + "\"", "[null]"), NO_FAULT));
            }
        }
        return requests;
    }

    private List<Request> badQueries(Operation operation, Parameter parameter) {
        var name = parameter.name();
        var requests = new ArrayList<Request>();
        for (var bad : parameter.kind().inQueries) {
            if (bad.isEmpty() && !operation.answersJson()) {
                // A stream would not end.
                continue;
            }
            // What is empty is as good as not given.
            requests.add(new Request(operation, null, bad.isEmpty() ? NO_FAULT : refusedIn(operation, name))
                    .asking(name, bad));
        }
        if (name.equals("limit")) {
            for (var bad : List.of("0", "-1", "201")) {
                requests.add(new Request(
                                operation,
                                null,
                                answer -> isOfSomethingElse(operation, answer)
                                        || answer.isRefusedAt(name)
                                                && answer.problem()
                                                        .path("violations")
                                                        .path(0)
                                                        .path("in")
                                                        .asText()
                                                        .equals("query"))
                        .asking(name, bad));
            }
        }
        if (name.equals("cursor")) {
            Function<String, String> cursor =
                    text -> Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            for (var bad : List.of("%%%", cursor.apply("a\0b"))) {
                requests.add(new Request(
                                operation,
                                null,
                                answer -> answer.status() == 422 || isOfSomethingElse(operation, answer))
                        .asking(name, bad));
            }
            for (var strange : List.of("abc", "", "\u001f", "99999999999999999999", "-1")) {
                requests.add(new Request(operation, null, NO_FAULT).asking(name, cursor.apply(strange)));
            }
        }
        return requests;
    }

    private List<Request> badPaths(Operation operation, Parameter parameter) {
        return parameter.kind().inQueries.stream()
                .filter(bad -> !bad.isEmpty())
                .map(bad -> new Request(
                                operation,
                                null,
                                answer -> answer.status() == 404 || answer.isRefusedAt(parameter.name()))
                        .within(parameter.name(), bad))
                .toList();
    }

    private static final java.util.function.Predicate<Answer> NO_FAULT = answer -> answer.status() < 500;

    private static java.util.function.Predicate<Answer> refusedAt(String name) {
        return answer -> answer.isRefusedAt(name);
    }

    /// Of a thing that is not there its parameters may be looked at or not.
    private static java.util.function.Predicate<Answer> refusedIn(Operation operation, String name) {
        return answer -> answer.isRefusedAt(name) || isOfSomethingElse(operation, answer);
    }

    private static boolean isOfSomethingElse(Operation operation, Answer answer) {
        return operation.path().contains("{") && answer.status() == 404;
    }

    private static String with(String object, String member) {
        var inside = object.substring(0, object.length() - 1);
        return inside + (inside.equals("{") ? "" : ",") + member + "}";
    }

    /// A request, plausible but for one thing.
    private record Request(
            Operation operation,
            @Nullable String body,
            java.util.function.Predicate<Answer> right,
            String accept,
            String parameter,
            @Nullable String value) {
        Request(Operation operation, @Nullable String body, java.util.function.Predicate<Answer> right) {
            this(operation, body, right, operation.answersJson() ? "application/json" : "*/*", "", null);
        }

        Request accepting(String types) {
            return new Request(operation, body, right, types, parameter, value);
        }

        Request asking(String name, String bad) {
            return new Request(operation, body, right, accept, name, bad);
        }

        Request within(String name, String bad) {
            return asking(name, bad);
        }
    }

    private void send(List<Request> requests) {
        assertThat(requests).isNotEmpty();
        var turns = new Semaphore(AT_A_TIME);
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var request : requests) {
                turns.acquireUninterruptibly();
                senders.execute(() -> {
                    try {
                        send(client, request);
                    } finally {
                        turns.release();
                    }
                });
            }
        }
        assertThat(faults.stream().sorted().limit(60).collect(Collectors.joining("\n")))
                .as("%d of %d requests", faults.size(), requests.size())
                .isEmpty();
    }

    private void send(HttpClient client, Request request) {
        var asked = "%s %s %s"
                .formatted(request.operation(), said(request), request.body() == null ? "" : shortened(request.body()));
        try {
            var response = client.send(http(request), BodyHandlers.ofString());
            var answer = new Answer(asked, response.statusCode(), problem(response));
            if (!request.right().test(answer)) {
                faults.add(shortened(answer.toString()));
            }
        } catch (IOException | RuntimeException e) {
            faults.add(asked + " → " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String said(Request request) {
        return request.value() == null ? "Accept: " + request.accept() : request.parameter() + "=" + request.value();
    }

    private static String shortened(String text) {
        return text.length() > 700 ? text.substring(0, 300) + " … " + text.substring(text.length() - 400) : text;
    }

    private static JsonNode problem(HttpResponse<String> response) throws JsonProcessingException {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                ? JSON.readTree(response.body())
                : JSON.missingNode();
    }

    private HttpRequest http(Request request) {
        var operation = request.operation();
        var http = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address(request)))
                .timeout(AT_LAST)
                .header("Authorization", "Bearer " + EVERYBODY.token())
                .header("Accept", request.accept())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (operation.body() == null) {
            return http.method(operation.verb(), BodyPublishers.noBody()).build();
        }
        var body = request.body() == null
                ? document.plausible(operation.body(), 0, "", (_, _) -> {}).toString()
                : request.body();
        return http.header("Content-Type", "application/json")
                .method(operation.verb(), BodyPublishers.ofString(body))
                .build();
    }

    private String address(Request request) {
        var path = request.operation().path();
        var query = new ArrayList<String>();
        for (var parameter : request.operation().parameters()) {
            var isBad = parameter.name().equals(request.parameter());
            if (isBad || parameter.isRequired()) {
                var value = Operation.encoded(
                        isBad && request.value() != null
                                ? request.value()
                                : document.plausible(parameter.schema(), 0, "", (_, _) -> {})
                                        .asText());
                if (parameter.where().equals("path")) {
                    path = path.replace("{" + parameter.name() + "}", value);
                } else if (parameter.where().equals("query")) {
                    query.add(parameter.name() + "=" + value);
                }
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
