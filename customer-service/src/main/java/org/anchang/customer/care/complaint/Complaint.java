package org.anchang.customer.care.complaint;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CAR-2: something that somebody complained about or suggested, from the day it was said until they have judged the
/// answer. None is ever removed.
@Entity
class Complaint {
    public enum ComplaintKind {
        COMPLAINT,
        SUGGESTION
    }

    /// How it reached the office.
    public enum ComplaintWay {
        PHONE,
        WRITING,
        IN_PERSON
    }

    public enum ComplaintState {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /// What was said, and by whom: a customer, or somebody by name.
    ///
    /// @param phone as it is dialled
    record Said(
            String project,
            ComplaintKind kind,
            ComplaintWay way,
            @Nullable UUID customer,
            @Nullable String personName,
            @Nullable String phone,
            String text) {}

    /// Who sees to it, and by when it is answered.
    record Responsibility(String owner, LocalDate dueOn) {}

    @Id
    private UUID id;

    private String project;

    @Enumerated(EnumType.STRING)
    private ComplaintKind kind;

    @Enumerated(EnumType.STRING)
    private ComplaintWay way;

    private @Nullable UUID customer;
    private @Nullable String personName;
    private @Nullable String phone;
    private String body;
    private String owner;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ComplaintState state;

    private String openedBy;
    private Instant openedAt;
    private @Nullable String answer;
    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable Integer satisfaction;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Complaint() {}

    /// @throws org.anchang.kit.problem.Refused CASE_IS_ABOUT_NOBODY, CASE_DUE_DATE_IS_PAST
    static Complaint opened(Said said, Responsibility duty, String by, Instant at, Sealing sealing) {
        refuseIf(said.customer() == null && said.personName() == null, CustomerRefusal.CASE_IS_ABOUT_NOBODY);
        mustNotBePast(duty.dueOn(), at);
        var opened = new Complaint();
        opened.id = Ids.next();
        opened.project = said.project();
        opened.kind = said.kind();
        opened.way = said.way();
        opened.customer = said.customer();
        opened.personName = sealing.sealIfAny(said.personName(), opened.place("person_name"));
        opened.phone = sealing.sealIfAny(said.phone(), opened.place("phone"));
        opened.body = sealing.seal(said.text(), opened.place("body"));
        opened.owner = duty.owner();
        opened.dueOn = duty.dueOn();
        opened.state = ComplaintState.OPEN;
        opened.openedBy = by;
        opened.openedAt = at;
        return opened;
    }

    /// CAR-2: somebody else sees to it from now on.
    ///
    /// @throws org.anchang.kit.problem.Refused CASE_IS_CLOSED, CASE_OWNER_IS_THE_SAME, CASE_DUE_DATE_IS_PAST
    void handOver(Responsibility duty, Instant at) {
        mustBeOpen();
        if (duty.owner().equals(owner) && duty.dueOn().equals(dueOn)) {
            throw refuse(CustomerRefusal.CASE_OWNER_IS_THE_SAME).with("person", owner);
        }
        mustNotBePast(duty.dueOn(), at);
        owner = duty.owner();
        dueOn = duty.dueOn();
    }

    /// TRK-7: whoever saw to it is gone; by when it is answered stays.
    void passTo(String heir) {
        owner = heir;
    }

    /// CAR-2: a later answer takes the place of the one before, which stays in the steps.
    ///
    /// @throws org.anchang.kit.problem.Refused CASE_IS_CLOSED
    void answer(String text, String by, Instant at, Sealing sealing) {
        mustBeOpen();
        answer = sealing.seal(text, place("answer"));
        answeredBy = by;
        answeredAt = at;
        state = ComplaintState.ANSWERED;
    }

    /// CAR-2: how content the customer is with the answer, which closes the case.
    ///
    /// @param stars 1 to 5
    /// @throws org.anchang.kit.problem.Refused CASE_IS_CLOSED, CASE_HAS_NO_ANSWER
    void rate(int stars) {
        mustBeOpen();
        refuseIf(state == ComplaintState.OPEN, CustomerRefusal.CASE_HAS_NO_ANSWER);
        satisfaction = stars;
        state = ComplaintState.CLOSED;
    }

    /// CAR-2: without an answer past its day it is the site manager's to look after.
    boolean isEscalated(LocalDate today) {
        return state == ComplaintState.OPEN && dueOn.isBefore(today);
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("complaint", column, id);
    }

    private void mustBeOpen() {
        refuseIf(state == ComplaintState.CLOSED, CustomerRefusal.CASE_IS_CLOSED);
    }

    private static void mustNotBePast(LocalDate dueOn, Instant now) {
        refuseIf(dueOn.isBefore(OfficeClock.dateOf(now)), CustomerRefusal.CASE_DUE_DATE_IS_PAST);
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    ComplaintKind kind() {
        return kind;
    }

    ComplaintWay way() {
        return way;
    }

    @Nullable
    UUID customer() {
        return customer;
    }

    /// Sealed, as are the other texts.
    @Nullable
    String personName() {
        return personName;
    }

    @Nullable
    String phone() {
        return phone;
    }

    String body() {
        return body;
    }

    String owner() {
        return owner;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    ComplaintState state() {
        return state;
    }

    String openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    String answeredBy() {
        return answeredBy;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    Integer satisfaction() {
        return satisfaction;
    }
}
