package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Whatever a service answers in a test, what it offers (`actions`) is kept: each is a command of a
/// published document, and what is the caller's to do answers them neither 403 nor 404. It is carried out
/// [in vain][InVain], with an empty body: a command that demands nothing in it runs to its end, of any other no more is
/// seen than its address, who may send it, and that it reads its body.
final class KeptOffers {
    private record Command(String service, Operation operation, Pattern addresses) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE =
            Path.of("").toAbsolutePath().getFileName().toString();
    private static final List<Command> COMMANDS = InterfaceDocument.published().entrySet().stream()
            .flatMap(document -> document.getValue().operations().stream()
                    .map(one -> new Command(document.getKey(), one, one.addresses())))
            .toList();
    private static final Set<List<Object>> CALLED = ConcurrentHashMap.newKeySet();
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 404, 405);

    private final Person person;

    KeptOffers(Person person) {
        this.person = person;
    }

    void mustBeKept(Response answer) {
        if (!COMMANDS.isEmpty() && answer.contentType().startsWith("application/json")) {
            var body = answer.asString();
            if (body.contains("\"yours\"")) {
                read(body).findValues("actions").forEach(actions -> actions.forEach(this::mustBeKept));
            }
        }
    }

    private void mustBeKept(JsonNode action) {
        if (!action.has("href") || !action.has("yours")) {
            return;
        }
        var method = action.path("method").asText();
        var href = action.path("href").asText();
        var command = COMMANDS.stream()
                .filter(one -> one.operation().verb().equals(method)
                        && one.addresses().matcher(Operation.bare(href)).matches())
                .findFirst();
        assertThat(command).as("offered and not there: " + action).isPresent();
        if (action.path("yours").asBoolean()
                && command.get().operation().takes("Idempotency-Key")
                && command.get().service().equals(SERVICE)
                && CALLED.add(List.of(person.roles(), command.get().operation().id()))) {
            var answer = Ask.plainly(person, method, href, InVain.headers(), "{}");
            // A rule that looks at what is asked for may forbid it, e.g. to lower a floor price.
            var forbids = answer.statusCode() == 403
                    && !String.valueOf(answer.jsonPath().getString("rule")).startsWith("SEC-");
            assertThat(answer.statusCode())
                    .as(() -> "offered to " + person + ": " + action + " answers " + answer.asString())
                    .isGreaterThanOrEqualTo(400)
                    .matches(status -> forbids || !NOT_KEPT.contains(status));
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
