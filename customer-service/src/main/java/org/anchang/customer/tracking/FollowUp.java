package org.anchang.customer.tracking;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.IntentGrade;
import org.anchang.events.CustomerEvent.FollowUpRecorded;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TRK-1: a follow-up, planned first or done at once.
@Entity
class FollowUp {
    enum State {
        PLANNED,
        DONE
    }

    /// What is to be done, in which way, until when and why.
    record Plan(@Nullable ContactWay way, @Nullable String action, LocalDate dueOn, String purpose, String by) {}

    /// What was said, and how the customer took it.
    ///
    /// @param visit that a substitute received
    record Talk(
            @Nullable ContactWay way,
            @Nullable UUID visit,
            String said,
            @Nullable String response,
            @Nullable String satisfied,
            @Nullable String dissatisfied,
            @Nullable String resistance,
            IntentGrade intentGrade,
            String by,
            Instant at) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private @Nullable ContactWay way;

    private @Nullable LocalDate dueOn;
    private @Nullable String action;
    private @Nullable String purpose;
    private @Nullable String plannedBy;
    private @Nullable UUID visit;
    private @Nullable String doneBy;
    private @Nullable Instant doneAt;
    private @Nullable String said;
    private @Nullable String response;
    private @Nullable String satisfied;
    private @Nullable String dissatisfied;
    private @Nullable String resistance;

    @Enumerated(EnumType.STRING)
    private @Nullable IntentGrade intentGrade;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected FollowUp() {}

    static FollowUp planned(Customer customer, Plan plan, Sealing sealing) {
        var followUp = about(customer);
        followUp.state = State.PLANNED;
        followUp.plan(plan, sealing);
        return followUp;
    }

    /// TRK-1: what was planned is planned otherwise.
    ///
    /// @throws org.anchang.kit.problem.Refused FOLLOW_UP_IS_DONE
    void replan(Plan plan, Sealing sealing) {
        refuseUnless(state == State.PLANNED, CustomerRefusal.FOLLOW_UP_IS_DONE);
        plan(plan, sealing);
    }

    private void plan(Plan plan, Sealing sealing) {
        way = plan.way();
        dueOn = plan.dueOn();
        action = sealing.sealIfAny(plan.action(), place("action"));
        purpose = sealing.seal(plan.purpose(), place("purpose"));
        plannedBy = plan.by();
    }

    /// One that nobody had planned.
    static FollowUp unplanned(Customer customer) {
        return about(customer);
    }

    /// TRK-1: the talk has taken place; its grade is the customer's from now on.
    FollowUpRecorded happened(Talk talk, Sealing sealing) {
        state = State.DONE;
        way = talk.way() == null ? way : talk.way();
        visit = talk.visit();
        said = sealing.seal(talk.said(), place("said"));
        response = sealing.sealIfAny(talk.response(), place("response"));
        satisfied = sealing.sealIfAny(talk.satisfied(), place("satisfied"));
        dissatisfied = sealing.sealIfAny(talk.dissatisfied(), place("dissatisfied"));
        resistance = sealing.sealIfAny(talk.resistance(), place("resistance"));
        intentGrade = talk.intentGrade();
        doneBy = talk.by();
        doneAt = talk.at();
        return new FollowUpRecorded(
                customer, project, talk.at(), id, talk.by(), talk.intentGrade().name());
    }

    /// @throws org.anchang.kit.problem.Refused NEXT_PLAN_IS_PAST
    static void mustNotBePast(LocalDate next, Instant now) {
        refuseIf(next.isBefore(OfficeClock.dateOf(now)), CustomerRefusal.NEXT_PLAN_IS_PAST);
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("follow_up", column, id);
    }

    private static FollowUp about(Customer customer) {
        var followUp = new FollowUp();
        followUp.id = Ids.next();
        followUp.project = customer.project();
        followUp.customer = customer.id();
        return followUp;
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    UUID customer() {
        return customer;
    }

    State state() {
        return state;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    ContactWay way() {
        return way;
    }

    @Nullable
    String plannedBy() {
        return plannedBy;
    }

    @Nullable
    String action() {
        return action;
    }

    /// Sealed, as are the other texts.
    @Nullable
    String purpose() {
        return purpose;
    }

    @Nullable
    String doneBy() {
        return doneBy;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }

    @Nullable
    String said() {
        return said;
    }

    @Nullable
    String response() {
        return response;
    }

    @Nullable
    String satisfied() {
        return satisfied;
    }

    @Nullable
    String dissatisfied() {
        return dissatisfied;
    }

    @Nullable
    String resistance() {
        return resistance;
    }

    @Nullable
    IntentGrade intentGrade() {
        return intentGrade;
    }
}
