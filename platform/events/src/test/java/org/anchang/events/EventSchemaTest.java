package org.anchang.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The committed schemas are those of the records, and they only ever grow.
class EventSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    @DisplayName("each event's committed schema is that of its record (-Dupdate writes it)")
    Stream<DynamicTest> schemasAreThoseOfTheRecords() {
        return Language.TOPICS.stream().flatMap(language -> Language.eventsOf(language).stream()
                .map(event -> DynamicTest.dynamicTest(event.getSimpleName(), () -> {
                    var file = Language.schemaOf(Language.SCHEMAS, language, event);
                    var generated = Schemas.textOf(event);
                    assertEquals(generated, Language.committed(file, generated));
                })));
    }

    @Test
    @DisplayName("against what was released, events only gain optional members; none is removed")
    void schemasOnlyGrow() throws IOException {
        try (var released = Files.walk(Language.RELEASED)) {
            var files =
                    released.filter(file -> file.toString().endsWith(".json")).toList();
            assertFalse(files.isEmpty());
            for (var file : files) {
                var current = Language.SCHEMAS.resolve(Language.RELEASED.relativize(file));
                assertTrue(Files.exists(current), file + " was released and is gone");
                assertEquals(
                        List.of(),
                        Additive.breaks(
                                read(file), read(current), file.getFileName().toString()));
            }
        }
    }

    @Test
    @DisplayName("a removed, renamed, retyped or newly required member and a new enum value are each found")
    void breakingChangesAreFound() throws IOException {
        assertBreaks(schema -> properties(schema).remove("receipt"));
        assertBreaks(schema -> properties(schema).set("slip", properties(schema).remove("receipt")));
        assertBreaks(schema -> properties(schema).putObject("amount").put("type", "number"));
        assertBreaks(schema -> {
            properties(schema).putObject("till").put("type", "string");
            schema.withArray("required").add("till");
        });
        assertBreaks(
                schema -> ((ObjectNode) schema.at("/properties/entry/properties/postings/items/properties/account"))
                        .withArray("enum")
                        .add("DRAWER"));
    }

    @Test
    @DisplayName("a new optional member is no break")
    void optionalMembersAreWelcome() throws IOException {
        assertEquals(
                List.of(),
                breaksAfter(schema -> properties(schema).putObject("till").put("type", "string")));
    }

    private static void assertBreaks(Consumer<ObjectNode> change) throws IOException {
        assertFalse(breaksAfter(change).isEmpty());
    }

    private static List<String> breaksAfter(Consumer<ObjectNode> change) throws IOException {
        var before = read(Language.schemaOf(Language.SCHEMAS, DealEvent.class, DealEvent.DepositTaken.class));
        ObjectNode after = before.deepCopy();
        change.accept(after);
        return Additive.breaks(before, after, "DepositTaken");
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
