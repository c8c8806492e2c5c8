package org.anchang.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// JSON Schema (2020-12) of an event's record. Members that may be absent are those marked `@Nullable`, and `by`,
/// which every event has where somebody did what it tells.
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Schemas() {}

    static String textOf(Class<?> event) {
        try {
            return JSON.writeValueAsString(of(event)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode of(Class<?> event) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", event.getSimpleName());
        schema.setAll(ofRecord(event));
        var members = (ObjectNode) schema.path("properties");
        if (!members.has("by")) {
            members.set("by", ofClass(String.class));
        }
        return schema;
    }

    private static ObjectNode ofRecord(Class<?> type) {
        var schema = JSON.createObjectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), ofType(component.getAnnotatedType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode ofType(AnnotatedType annotated) {
        var type = annotated.getType();
        if (type instanceof ParameterizedType parameterized) {
            var arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            if (parameterized.getRawType() == List.class) {
                var array = JSON.createObjectNode().put("type", "array");
                array.set("items", ofType(arguments[0]));
                return array;
            }
            if (parameterized.getRawType() == Map.class) {
                var object = JSON.createObjectNode().put("type", "object");
                object.set("additionalProperties", ofType(arguments[1]));
                return object;
            }
        }
        return ofClass((Class<?>) type);
    }

    private static ObjectNode ofClass(Class<?> type) {
        var schema = JSON.createObjectNode();
        if (type == String.class) {
            return schema.put("type", "string");
        } else if (type == UUID.class) {
            return schema.put("type", "string").put("format", "uuid");
        } else if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        } else if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        } else if (type == BigDecimal.class) {
            return schema.put("type", "string").put("pattern", "^-?\\d+(\\.\\d+)?$");
        } else if (type == boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == int.class || type == long.class) {
            return schema.put("type", "integer");
        } else if (type.isEnum()) {
            var values = schema.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(value.toString()));
            return schema;
        } else if (type.isRecord()) {
            return ofRecord(type);
        }
        throw new IllegalArgumentException("Events have no members of " + type);
    }
}
