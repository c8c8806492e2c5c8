package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anchang.test.Operation.Parameter;
import org.jspecify.annotations.Nullable;

/// What an OpenAPI document says, and requests that a service should take for well meant.
final class InterfaceDocument {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final String JSON = "application/json";
    private static final String REFERENCE = "#/components/schemas/";
    /// Texts of which one has the pattern that is asked for.
    private static final List<String> TEXTS =
            List.of("x", "x-settings", "x-looks", "0".repeat(64), "1", "2026-Q4", "M1 1L2 2", "added1");

    private static @Nullable InterfaceDocument shown;

    private final JsonNode document;
    private final List<Operation> operations;

    InterfaceDocument(JsonNode document) {
        this.document = document;
        operations = document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(verb -> VERBS.contains(verb.getKey()))
                        .map(verb -> operation(verb.getKey(), path.getKey(), verb.getValue())))
                .toList();
    }

    /// The one that the service under test shows; read once.
    static synchronized InterfaceDocument shown() {
        var read = shown;
        if (read == null) {
            var address = URI.create("http://localhost:" + RestAssured.port + "/q/openapi?format=json");
            try (var text = address.toURL().openStream()) {
                read = new InterfaceDocument(new ObjectMapper().readTree(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(read.operations).isNotEmpty();
            shown = read;
        }
        return read;
    }

    JsonNode json() {
        return document;
    }

    /// Those of all services, by their names, as they are published; none where nothing is.
    static Map<String, InterfaceDocument> published() {
        var folder = Path.of("..", "docs", "api");
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".json", ""), InterfaceDocument::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InterfaceDocument read(Path file) {
        try {
            return new InterfaceDocument(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> schemaNames() {
        return document.path("components")
                .path("schemas")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Operation> operations() {
        return operations;
    }

    private Operation operation(String verb, String path, JsonNode operation) {
        var body = operation.path("requestBody").path("content").path(JSON).path("schema");
        var parameters = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(this::parameter)
                .toList();
        var answers = StreamSupport.stream(operation.path("responses").spliterator(), false)
                .flatMap(answer -> answer.path("content").propertyStream())
                .map(content -> content.getKey())
                .filter(type -> !type.equals("application/problem+json"))
                .toList();
        return new Operation(
                operation.path("operationId").asText(),
                verb.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                body.isMissingNode() ? null : body,
                answers.stream().allMatch(JSON::equals) && !answers.isEmpty(),
                roles(operation),
                showsOffers(operation));
    }

    private static Set<String> roles(JsonNode operation) {
        return operation
                .path("security")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean showsOffers(JsonNode operation) {
        var found = new boolean[1];
        operation
                .path("responses")
                .valueStream()
                .map(answer -> answer.path("content").path(JSON).path("schema"))
                .filter(JsonNode::isObject)
                .forEach(schema -> visit(
                        schema,
                        0,
                        (_, part) -> found[0] |= part.path("properties").has("actions")));
        return found[0];
    }

    private Parameter parameter(JsonNode parameter) {
        var schema = parameter.path("schema");
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                Kind.of(name(schema), resolved(schema)),
                schema);
    }

    /// What in a body is not as the operation's answer is described; nothing if it could be the service's.
    List<String> flaws(String verb, String path, JsonNode body) {
        return document.path("paths")
                .path(path)
                .path(verb)
                .path("responses")
                .propertyStream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer ->
                        flaws(answer.getValue().path("content").path(JSON).path("schema"), body, "body"))
                .toList();
    }

    private Stream<String> flaws(JsonNode schema, JsonNode value, String path) {
        var resolved = resolved(schema);
        if (resolved.has("oneOf")) {
            return Stream.empty();
        }
        var kind = Kind.of(name(schema), resolved);
        var isOfItsKind =
                switch (kind) {
                    case OBJECT -> value.isObject();
                    case LIST -> value.isArray();
                    case WHOLE_NUMBER -> value.isIntegralNumber();
                    case YES_OR_NO -> value.isBoolean();
                    case CHOICE -> resolved.path("enum").valueStream().anyMatch(value::equals);
                    case TEXT, ID, DECIMAL, AMOUNT, DATE, MOMENT ->
                        value.isTextual()
                                && Pattern.compile(resolved.path("pattern").asText(""))
                                        .matcher(value.asText())
                                        .find();
                };
        if (!isOfItsKind) {
            return Stream.of(path + " is no " + kind);
        }
        return switch (kind) {
            case OBJECT -> flawsOfMembers(resolved, value, path);
            case LIST -> value.valueStream().flatMap(item -> flaws(resolved.path("items"), item, path + "[]"));
            default -> Stream.empty();
        };
    }

    private Stream<String> flawsOfMembers(JsonNode schema, JsonNode value, String path) {
        var known = schema.path("properties");
        var lacking = schema.path("required")
                .valueStream()
                .map(JsonNode::asText)
                .filter(name -> !value.hasNonNull(name))
                .map(name -> path + " lacks " + name);
        var wrong = value.propertyStream()
                .filter(member -> !member.getValue().isNull())
                .flatMap(member -> known.has(member.getKey())
                        ? flaws(known.path(member.getKey()), member.getValue(), path + "." + member.getKey())
                        : Stream.of(path + " has no " + member.getKey()));
        return Stream.concat(lacking, wrong);
    }

    /// How many ways there are to choose among the alternatives that a schema offers; each way takes the alternative
    /// of its number, or the last.
    int ways(JsonNode schema) {
        var most = new int[] {1};
        visit(
                schema,
                0,
                (_, resolved) ->
                        most[0] = Math.max(most[0], resolved.path("oneOf").size()));
        return most[0];
    }

    private void visit(JsonNode schema, int depth, BiConsumer<String, JsonNode> visitor) {
        var resolved = resolved(schema);
        visitor.accept(name(schema), resolved);
        if (depth < 6) {
            Stream.of("oneOf", "properties")
                    .flatMap(part -> resolved.path(part).valueStream())
                    .forEach(inner -> visit(inner, depth + 1, visitor));
            Stream.of("items", "additionalProperties")
                    .map(resolved::path)
                    .filter(JsonNode::isObject)
                    .forEach(inner -> visit(inner, depth + 1, visitor));
        }
    }

    /// A value that the schema allows, with all of its members, each told to `members`.
    JsonNode plausible(JsonNode schema, int way, String path, BiConsumer<Place, Kind> members) {
        var resolved = resolved(schema);
        if (resolved.has("oneOf")) {
            return alternative(resolved, way, path, members);
        }
        return switch (Kind.of(name(schema), resolved)) {
            case OBJECT -> object(resolved, way, path, members);
            case LIST -> list(resolved, way, path, members);
            case TEXT -> text(resolved);
            case ID -> JsonNodeFactory.instance.textNode("0199b6a2-5d3f-7c41-9a55-3f1f0e6c2b10");
            case WHOLE_NUMBER -> JsonNodeFactory.instance.numberNode(1);
            case DECIMAL, AMOUNT -> JsonNodeFactory.instance.textNode("1.00");
            case DATE -> JsonNodeFactory.instance.textNode("2026-11-29");
            case MOMENT -> JsonNodeFactory.instance.textNode("2026-11-29T09:30:00Z");
            case YES_OR_NO -> JsonNodeFactory.instance.booleanNode(true);
            case CHOICE -> resolved.path("enum").get(0);
        };
    }

    /// Where a member stands: in what, under which name or index, and its path as a refusal names it.
    record Place(JsonNode parent, Object key, String path) {
        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set((String) key, value);
            } else {
                ((ArrayNode) parent).set((Integer) key, value);
            }
        }

        JsonNode get() {
            return parent instanceof ObjectNode ? parent.get((String) key) : parent.get((Integer) key);
        }
    }

    private JsonNode alternative(JsonNode schema, int way, String path, BiConsumer<Place, Kind> members) {
        var choices = schema.path("oneOf");
        var chosen = choices.get(Math.min(way, choices.size() - 1));
        var value = (ObjectNode) plausible(chosen, way, path, members);
        var by = schema.path("discriminator");
        by.path("mapping").properties().stream()
                .filter(choice ->
                        choice.getValue().asText().equals(chosen.path("$ref").asText()))
                .forEach(choice -> value.put(by.path("propertyName").asText(), choice.getKey()));
        return value;
    }

    private JsonNode object(JsonNode schema, int way, String path, BiConsumer<Place, Kind> members) {
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(property -> {
            var inner = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            object.set(property.getKey(), plausible(property.getValue(), way, inner, members));
            members.accept(new Place(object, property.getKey(), inner), kind(property.getValue()));
        });
        var others = schema.path("additionalProperties");
        if (others.isObject()) {
            var inner = path.isEmpty() ? "x" : path + ".x";
            object.set("x", plausible(others, way, inner, members));
            members.accept(new Place(object, "x", inner), kind(others));
        }
        return object;
    }

    private JsonNode list(JsonNode schema, int way, String path, BiConsumer<Place, Kind> members) {
        var list = JsonNodeFactory.instance.arrayNode();
        var items = schema.path("items");
        list.add(plausible(items, way, path + "[0]", members));
        members.accept(new Place(list, 0, path + "[0]"), kind(items));
        return list;
    }

    private static JsonNode text(JsonNode schema) {
        var pattern = Pattern.compile(schema.path("pattern").asText(""));
        return JsonNodeFactory.instance.textNode(TEXTS.stream()
                .filter(pattern.asPredicate())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text for " + pattern)));
    }

    private Kind kind(JsonNode schema) {
        return Kind.of(name(schema), resolved(schema));
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.path("components").path("schemas").path(name(schema)));
        }
        if (!schema.has("allOf")) {
            return schema;
        }
        var merged = JsonNodeFactory.instance.objectNode();
        schema.path("allOf").forEach(part -> merged.setAll((ObjectNode) resolved(part)));
        schema.properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
        return merged.without("allOf");
    }

    /// Of the schema that is referred to, alone or with more conditions.
    private static String name(JsonNode schema) {
        var reference = schema.has("allOf") ? schema.path("allOf").path(0).path("$ref") : schema.path("$ref");
        return reference.asText().replace(REFERENCE, "");
    }
}
