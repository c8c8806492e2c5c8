package org.anchang.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that could not be read: a member or parameter has a value of the wrong form, or the body is no JSON. It is
/// answered as one that lacks a member is, with the name and without the value; [ProblemWords] says what is wrong.
public final class NotUnderstood extends WebApplicationException {
    private static final int STATUS = 422;
    private static final int LONGEST_NAME = 200;

    private final Violation.In place;
    private final String field;
    private final String sentence;
    private final transient Map<String, Object> facts;

    /// @param sentence what is wrong, by its name in `kit_refusals`
    /// @param facts    what the sentence tells
    public NotUnderstood(Violation.In place, String field, String sentence, Map<String, Object> facts) {
        super(STATUS);
        this.place = place;
        // Whoever asks chooses the names, which come back.
        this.field = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) + "…" : field;
        this.sentence = sentence;
        this.facts = facts;
    }

    /// The name of what was not understood, as it is answered.
    public String field() {
        return field;
    }

    /// The one among the causes of `failure`, or null if that is something else.
    static @Nullable NotUnderstood in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotUnderstood found) {
                return found;
            }
        }
        return null;
    }

    HttpProblem problem(Words words, Locale language) {
        var message = words.of(sentence, facts, language);
        return HttpProblem.builder()
                .withStatus(STATUS)
                .with("violations", List.of(place.field(field).message(message)))
                .build();
    }
}
