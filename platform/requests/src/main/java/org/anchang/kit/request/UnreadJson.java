package org.anchang.kit.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.validation.Violation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchang.kit.problem.NotUnderstood;
import org.jspecify.annotations.Nullable;

/// What kept a body from being read, by the member's name.
final class UnreadJson {
    private static final String WHOLE = "body";
    private static final String SAID_TWICE = "Duplicate field";

    private UnreadJson() {}

    /// @param parser that stands where reading ended, if there is one
    /// @throws IOException `failure` itself, if nothing is wrong with the body
    static NotUnderstood notUnderstood(IOException failure, @Nullable JsonParser parser) throws IOException {
        var member = member(failure);
        var place = place(parser);
        return switch (root(failure)) {
            case InvalidDefinitionException _ -> throw failure;
            case UnrecognizedPropertyException _ -> at(member, "MEMBER_UNKNOWN", Map.of());
            case InputCoercionException number -> of(member, number.getTargetType());
            case StreamConstraintsException _ -> at(place, "VALUE_NOT_UNDERSTOOD", Map.of());
            case StreamReadException twice
            when twice.getOriginalMessage().startsWith(SAID_TWICE) -> at(place, "MEMBER_TWICE", Map.of());
            case InvalidFormatException text
            when text.getTargetType() == String.class -> at(member, "TEXT_NOT_RECORDABLE", Map.of());
            case InvalidTypeIdException kind ->
                at(member + tag(kind, parser), Written.CHOICE.sentence(), Map.of("choices", kinds(kind)));
            case MismatchedInputException wrong -> of(member, wrong.getTargetType());
            case JsonMappingException _ -> at(member, "VALUE_NOT_UNDERSTOOD", Map.of());
            case StreamReadException noJson ->
                at(
                        WHOLE,
                        "NOT_JSON",
                        Map.of(
                                "line", noJson.getLocation().getLineNr(),
                                "column", noJson.getLocation().getColumnNr()));
            default -> at(WHOLE, "NOT_JSON", Map.of("line", "-", "column", "-"));
        };
    }

    private static NotUnderstood of(String member, @Nullable Class<?> type) {
        var needed = type == null ? Object.class : type;
        return at(member, Written.of(needed).sentence(), Written.facts(needed));
    }

    /// The member that says the kind, where there is an object that says none that is known; what is no object
    /// at all is wrong as a whole.
    private static String tag(InvalidTypeIdException failure, @Nullable JsonParser parser) {
        var tagged = failure.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class);
        var isObject = failure.getTypeId() != null || (parser != null && parser.hasToken(JsonToken.END_OBJECT));
        return tagged == null || !isObject ? "" : "." + tagged.property();
    }

    /// The names of the kinds that there are.
    private static List<String> kinds(InvalidTypeIdException failure) {
        var kinds = failure.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        return kinds == null
                ? List.of()
                : Stream.of(kinds.value()).map(JsonSubTypes.Type::name).toList();
    }

    private static NotUnderstood at(String member, String sentence, Map<String, Object> facts) {
        return new NotUnderstood(Violation.In.body, member, sentence, facts);
    }

    /// What a number or a name is found to be while a member is read comes wrapped.
    private static Throwable root(Throwable failure) {
        return failure.getCause() instanceof IOException cause ? root(cause) : failure;
    }

    /// The path of the member that was read, e.g. `buyers[0].share`; `body` where the body is wrong as a whole.
    private static String member(IOException failure) {
        var path = new StringBuilder();
        if (failure instanceof JsonMappingException mapping) {
            for (var step : mapping.getPath()) {
                append(path, step.getFieldName(), step.getIndex());
            }
        }
        return path.isEmpty() ? WHOLE : path.toString();
    }

    /// The same, of what the parser came to.
    private static String place(@Nullable JsonParser parser) {
        var path = new StringBuilder();
        var step = parser == null
                ? JsonPointer.empty()
                : parser.getParsingContext().pathAsPointer();
        for (; !step.matches(); step = step.tail()) {
            append(path, step.mayMatchElement() ? null : step.getMatchingProperty(), step.getMatchingIndex());
        }
        return path.isEmpty() ? WHOLE : path.toString();
    }

    private static void append(StringBuilder path, @Nullable String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }
}
