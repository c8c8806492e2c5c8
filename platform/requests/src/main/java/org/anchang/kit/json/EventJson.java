package org.anchang.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.Event;
import org.jspecify.annotations.Nullable;

/// Events to JSON and back. An unknown member is passed over and an unknown type becomes the topic's
/// `Unknown`, so that a reader meets newer writers without harm.
@ApplicationScoped
public class EventJson {
    /// The member that every event may have beside those of its record: who did it.
    private static final String BY = "by";

    private static final ClassValue<String> TOPICS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return Stream.concat(Stream.of(type), ancestors(type))
                    .flatMap(t -> Arrays.stream(t.getDeclaredFields()))
                    .filter(field -> field.getName().equals("TOPIC"))
                    .findFirst()
                    .map(EventJson::constant)
                    .orElseThrow(() -> new IllegalArgumentException(type + " belongs to no topic"));
        }
    };

    private final ObjectMapper mapper;
    private final Map<Class<?>, Map<String, Class<? extends Event>>> types = new ConcurrentHashMap<>();

    EventJson(ObjectMapper mapper) {
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    public static String typeOf(Event event) {
        return event.getClass().getSimpleName();
    }

    /// The topic of the sealed interface that `type` belongs to.
    public static String topicOf(Class<?> type) {
        return TOPICS.get(type);
    }

    /// @param by who did what the event tells, where somebody did; an event with a member of that name keeps its own
    public String write(Event event, @Nullable String by) {
        try {
            ObjectNode members = mapper.valueToTree(event);
            if (by != null && !members.has(BY)) {
                members.put(BY, by);
            }
            return mapper.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written: " + typeOf(event), e);
        }
    }

    /// Who did what the event tells, if it says so.
    ///
    /// @throws IllegalArgumentException if the payload cannot be read
    public @Nullable String by(String payload) {
        try {
            return mapper.readTree(payload).path(BY).textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an event: " + e.getOriginalMessage(), e);
        }
    }

    /// The project that the event is about; null where the payload does not say it, or cannot be read.
    public @Nullable String project(String payload) {
        try {
            return mapper.readTree(payload).path("project").textValue();
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    /// @throws IllegalArgumentException if the payload is not that of the type
    public <E extends Event> E read(Class<E> language, String type, UUID aggregate, String payload) {
        try {
            var known = types.computeIfAbsent(language, EventJson::recordsOf).get(type);
            if (known != null) {
                return language.cast(mapper.readValue(payload, known));
            }
            var members = mapper.readTree(payload);
            var project = members.path("project").asText("-");
            var at = Instant.parse(members.path("at").asText(Instant.EPOCH.toString()));
            return language.cast(unknownOf(language).apply(new Object[] {aggregate, project, at, type}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a " + type + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Class<? extends Event>> recordsOf(Class<?> language) {
        return leaves(language)
                .filter(type -> !type.getSimpleName().equals("Unknown"))
                .collect(Collectors.toMap(Class::getSimpleName, type -> type.asSubclass(Event.class), (a, _) -> a));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJson::leaves)
                : Stream.of(type);
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).flatMap(i -> Stream.concat(Stream.of(i), ancestors(i)));
    }

    private static Function<Object[], Object> unknownOf(Class<?> language) {
        var unknown = leaves(language)
                .filter(type -> type.getSimpleName().equals("Unknown"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(language + " has no Unknown"));
        return members -> {
            try {
                return unknown.getDeclaredConstructors()[0].newInstance(members);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
