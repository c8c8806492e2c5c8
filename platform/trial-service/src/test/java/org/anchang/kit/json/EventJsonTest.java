package org.anchang.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.DealEvent;
import org.anchang.events.Event;
import org.anchang.events.InventoryEvent;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EventJsonTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Inject
    EventJson json;

    @ParameterizedTest
    @ValueSource(
            classes = {
                CustomerEvent.class,
                InventoryEvent.class,
                DealEvent.class,
                ApprovalEvent.class,
                CommissionEvent.class
            })
    @DisplayName("every event, with all its members and with the fewest, is read as it was written, by its schema")
    void roundTrip(Class<? extends Event> language) throws IOException {
        for (var type : leaves(language).distinct().toList()) {
            if (type.getSimpleName().equals("Unknown")) {
                continue;
            }
            for (var whole : List.of(true, false)) {
                var event = (Event) new Sample(whole).of(type);
                var text = json.write(event, whole ? "li.na" : null);

                assertThat(json.<Event>read(cast(language), EventJson.typeOf(event), event.aggregate(), text))
                        .isEqualTo(event);
                assertKeepsSchema(EventJson.topicOf(type), type, PLAIN.readTree(text), whole);
            }
        }
    }

    @Test
    @DisplayName("an event of a type that its reader does not know yet is read as unknown, with its time and project")
    void newerType() {
        var aggregate = UUID.randomUUID();
        var text = "{\"project\":\"songfeng\",\"at\":\"2026-11-23T08:00:00Z\",\"mood\":\"fine\"}";

        var read = json.read(DealEvent.class, "DealEnthused", aggregate, text);

        assertThat(read).isInstanceOf(DealEvent.Unknown.class);
        assertThat(read.aggregate()).isEqualTo(aggregate);
        assertThat(read.project()).isEqualTo("songfeng");
    }

    private static void assertKeepsSchema(String topic, Class<?> type, JsonNode written, boolean whole)
            throws IOException {
        var file = "/schemas/" + topic + "/" + type.getSimpleName() + ".json";
        try (var resource = Event.class.getResourceAsStream(file)) {
            var schema = PLAIN.readTree(resource);
            var members = new ArrayList<String>();
            (whole ? schema.path("properties").fieldNames() : names(schema.path("required")))
                    .forEachRemaining(members::add);
            assertThat(written.fieldNames()).toIterable().as(file).containsExactlyInAnyOrderElementsOf(members);
            for (var member : schema.path("properties").properties()) {
                if (member.getValue().path("type").asText().equals("string") && written.has(member.getKey())) {
                    assertThat(written.path(member.getKey()).isTextual())
                            .as(file + " " + member.getKey())
                            .isTrue();
                }
            }
        }
    }

    private static Iterator<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .iterator();
    }

    @SuppressWarnings("unchecked")
    private static Class<Event> cast(Class<? extends Event> language) {
        return (Class<Event>) language;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJsonTest::leaves)
                : Stream.of(type);
    }
}
