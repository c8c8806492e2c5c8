package org.anchang.kit.problem;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request body that could not be read: not JSON, a member that nobody knows, or a value of the wrong form. It is
/// answered as one that lacks a member is, with the member's name and without its value.
record UnreadBody(JsonProcessingException failure) {
    static final int STATUS = 422;

    /// What kept the body from being read, or null if `failure` is something else.
    static @Nullable UnreadBody in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return new UnreadBody(json);
            }
        }
        return null;
    }

    HttpProblem problem(Words words, Locale language) {
        var message = words.of(sentence(), facts(), language);
        return HttpProblem.builder()
                .withStatus(STATUS)
                .with("violations", List.of(Violation.In.body.field(field()).message(message)))
                .build();
    }

    private String sentence() {
        return switch (failure) {
            case UnrecognizedPropertyException _ -> "MEMBER_UNKNOWN";
            case JsonMappingException _ -> choices().isEmpty() ? "VALUE_NOT_UNDERSTOOD" : "VALUE_IS_NO_CHOICE";
            default -> "NOT_JSON";
        };
    }

    /// The member's path, e.g. `buyers[0].share`; `body` where the body is no JSON or is wrong as a whole.
    private String field() {
        var path = new StringBuilder();
        if (failure instanceof JsonMappingException mapping) {
            for (Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /// What could stand there, where that is a closed list.
    private List<String> choices() {
        return switch (failure) {
            case InvalidTypeIdException kind -> kinds(kind.getBaseType().getRawClass());
            case MismatchedInputException value when value.getTargetType() != null && value.getTargetType().isEnum() ->
                Stream.of(value.getTargetType().getEnumConstants()).map(Object::toString).toList();
            default -> List.of();
        };
    }

    private static List<String> kinds(Class<?> base) {
        var kinds = base.getAnnotation(JsonSubTypes.class);
        return kinds == null
                ? List.of()
                : Stream.of(kinds.value()).map(JsonSubTypes.Type::name).toList();
    }

    private Map<String, Object> facts() {
        if (!choices().isEmpty()) {
            return Map.of("can", choices());
        }
        var place = failure.getLocation();
        return place == null
                ? Map.of("line", "-", "column", "-")
                : Map.of("line", place.getLineNr(), "column", place.getColumnNr());
    }
}
