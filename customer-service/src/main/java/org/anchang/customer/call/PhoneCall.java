package org.anchang.customer.call;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-1: a call that somebody took, its texts sealed. What was said is never altered; what becomes of it is that it is
/// some customer's.
///
/// @param source in clear: a medium, no person
record PhoneCall(
        UUID id,
        String project,
        String takenBy,
        @Nullable String callerName,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String intent,
        @Nullable String source,
        @Nullable String questions,
        int questionsAsked,
        int questionsAnswered,
        @Nullable String note,
        Instant startedAt,
        Instant endedAt,
        boolean advertisingDay,
        int minutesLimit,
        int questionsLimit,
        boolean tooLong,
        boolean tooManyQuestions,
        @Nullable UUID customer) {
    /// What was written down.
    ///
    /// @param phone  as it is dialled
    /// @param source where the caller had heard of the project
    record Conversation(
            @Nullable String callerName,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String intent,
            @Nullable String source,
            List<Question> questions,
            @Nullable String note) {}

    /// When it was, and who took it.
    record Taken(String project, String by, Instant startedAt, Instant endedAt) {}

    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

    /// TEL-1: marked where it went beyond the limits, which are kept with it.
    static PhoneCall logged(Taken taken, Conversation talk, CallLimits limits, Sealing sealing, SealedJson json) {
        var id = Ids.next();
        var questions = talk.questions();
        var answered = (int) questions.stream().filter(Question::answered).count();
        return new PhoneCall(
                id,
                taken.project(),
                taken.by(),
                sealing.sealIfAny(talk.callerName(), place(id, "caller_name")),
                sealing.sealIfAny(talk.phone(), place(id, "phone")),
                sealing.sealIfAny(talk.address(), place(id, "address")),
                sealing.sealIfAny(talk.intent(), place(id, "intent")),
                talk.source(),
                questions.isEmpty() ? null : json.seal(questions, place(id, "questions")),
                questions.size(),
                answered,
                sealing.sealIfAny(talk.note(), place(id, "note")),
                taken.startedAt(),
                taken.endedAt(),
                limits.isAdvertisingDay(),
                limits.minutes(),
                limits.questions(),
                limits.isTooLong(Duration.between(taken.startedAt(), taken.endedAt())),
                limits.areTooMany(answered),
                null);
    }

    List<Question> questions(SealedJson json) {
        return questions == null ? List.of() : json.open(questions, QUESTIONS, place("questions"));
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return place(id, column);
    }

    private static Place place(UUID call, String column) {
        return new Place("phone_call", column, call);
    }
}
