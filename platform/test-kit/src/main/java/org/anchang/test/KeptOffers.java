package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whatever a service answers in a test, what it offers (`actions`) is kept: each is a command of a
/// published document, and what is the caller's to do answers them neither 403 nor 404. It is carried out
/// [in vain][InVain], with an empty body: a command that demands nothing in it runs to its end, of any other no more is
/// seen than its address, who may send it, and that it reads its body.
final class KeptOffers {
    private record Command(String document, String method, Pattern path, boolean takesKey) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE =
            Path.of("").toAbsolutePath().getFileName().toString();
    private static final List<Command> COMMANDS = commands();
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
                .filter(one -> one.method().equals(method)
                        && one.path().matcher(href.replaceFirst("\\?.*", "")).matches())
                .findFirst();
        assertThat(command).as("offered and not there: " + action).isPresent();
        if (action.path("yours").asBoolean()
                && command.get().takesKey()
                && command.get().document().equals(SERVICE)
                && CALLED.add(List.of(person.roles(), command.get()))) {
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

    private static List<Command> commands() {
        var folder = Path.of("..", "docs", "api");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var documents = Files.list(folder)) {
            return documents
                    .filter(file -> file.toString().endsWith(".json"))
                    .flatMap(KeptOffers::commands)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Command> commands(Path file) {
        try {
            var name = file.getFileName().toString().replace(".json", "");
            return read(Files.readString(file)).path("paths").propertyStream().flatMap(path -> path.getValue()
                    .propertyStream()
                    .map(verb -> new Command(
                            name,
                            verb.getKey().toUpperCase(Locale.ROOT),
                            Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                            verb.getValue()
                                    .path("parameters")
                                    .findValuesAsText("name")
                                    .contains("Idempotency-Key"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
