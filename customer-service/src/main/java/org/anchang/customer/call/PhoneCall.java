package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuseIf;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.events.CustomerEvent.CallLogged;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-1: a call that somebody took. What was said is never altered; what becomes of it is that it is some customer's.
@Entity
class PhoneCall {
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

    @Id
    private UUID id;

    private String project;
    private String takenBy;
    private @Nullable String callerName;
    private @Nullable String phone;
    private @Nullable String address;
    private @Nullable String intent;
    private @Nullable String source;
    private @Nullable String questions;
    private int questionsAsked;
    private int questionsAnswered;
    private @Nullable String note;
    private Instant startedAt;
    private Instant endedAt;
    private boolean advertisingDay;
    private int minutesLimit;
    private int questionsLimit;
    private boolean tooLong;
    private boolean tooManyQuestions;
    private @Nullable UUID customer;
    private @Nullable String customerBy;
    private @Nullable Instant customerAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PhoneCall() {}

    /// TEL-1: marked where it went beyond the limits, which are kept with it.
    static PhoneCall logged(Taken taken, Conversation talk, CallLimits limits, Sealing sealing, SealedJson json) {
        var call = new PhoneCall();
        call.id = Ids.next();
        call.project = taken.project();
        call.takenBy = taken.by();
        call.startedAt = taken.startedAt();
        call.endedAt = taken.endedAt();
        call.callerName = sealing.sealIfAny(talk.callerName(), call.place("caller_name"));
        call.phone = sealing.sealIfAny(talk.phone(), call.place("phone"));
        call.address = sealing.sealIfAny(talk.address(), call.place("address"));
        call.intent = sealing.sealIfAny(talk.intent(), call.place("intent"));
        call.source = talk.source();
        call.questions = talk.questions().isEmpty() ? null : json.seal(talk.questions(), call.place("questions"));
        call.questionsAsked = talk.questions().size();
        call.questionsAnswered =
                (int) talk.questions().stream().filter(Question::answered).count();
        call.note = sealing.sealIfAny(talk.note(), call.place("note"));
        call.advertisingDay = limits.isAdvertisingDay();
        call.minutesLimit = limits.minutes();
        call.questionsLimit = limits.questions();
        call.tooLong = limits.isTooLong(Duration.between(taken.startedAt(), taken.endedAt()));
        call.tooManyQuestions = limits.areTooMany(call.questionsAnswered);
        return call;
    }

    /// CUS-1, TEL-1: the caller is this customer: the call stands in their history from now on.
    ///
    /// @throws org.anchang.kit.problem.Refused CALL_IS_SOMEBODYS
    CallLogged isOf(Customer somebody, String by, Instant at) {
        refuseIf(customer != null, CustomerRefusal.CALL_IS_SOMEBODYS);
        customer = somebody.id();
        customerBy = by;
        customerAt = at;
        return new CallLogged(somebody.id(), project, at, id, takenBy);
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("phone_call", column, id);
    }

    List<Question> questions(SealedJson json) {
        return questions == null ? List.of() : json.open(questions, QUESTIONS, place("questions"));
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    String takenBy() {
        return takenBy;
    }

    /// Sealed, as are the other texts.
    @Nullable
    String callerName() {
        return callerName;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    String address() {
        return address;
    }

    @Nullable
    String intent() {
        return intent;
    }

    /// In clear: a medium, no person.
    @Nullable
    String source() {
        return source;
    }

    int questionsAsked() {
        return questionsAsked;
    }

    int questionsAnswered() {
        return questionsAnswered;
    }

    @Nullable
    String note() {
        return note;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    CallLimits limits() {
        return new CallLimits(minutesLimit, questionsLimit, advertisingDay);
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean hasTooManyQuestions() {
        return tooManyQuestions;
    }

    @Nullable
    UUID customer() {
        return customer;
    }
}
