package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuseIf;

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
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CAR-1, CAR-6: what is to be done for a customer on a birthday or holiday, or a revisit that was planned; done, it
/// keeps what was sent or said.
@Entity
class CareTask {
    /// VIP customers get a gift or a visit, others a phone call or a message.
    public enum CareWay {
        GIFT_OR_VISIT,
        CALL_OR_MESSAGE
    }

    public enum CareDone {
        GIFT,
        VISIT,
        CALL,
        MESSAGE
    }

    public enum CareState {
        OPEN,
        DONE
    }

    /// CAR-6: a revisit.
    record Revisit(LocalDate on, CareWay way, String purpose) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;
    private @Nullable UUID birthday;
    private @Nullable UUID holiday;
    private @Nullable String purpose;
    private String madeBy;
    private int year;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private CareWay way;

    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private CareState state;

    @Enumerated(EnumType.STRING)
    private @Nullable CareDone done;

    private @Nullable String what;
    private @Nullable String doneBy;
    private @Nullable Instant doneAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CareTask() {}

    /// CAR-6: somebody means to see or call the customer again.
    ///
    /// @throws org.anchang.kit.problem.Refused REVISIT_IS_PAST
    static CareTask revisit(Customer customer, Revisit plan, String by, Instant at, Sealing sealing) {
        refuseIf(plan.on().isBefore(OfficeClock.dateOf(at)), CustomerRefusal.REVISIT_IS_PAST);
        var task = new CareTask();
        task.id = Ids.next();
        task.project = customer.project();
        task.customer = customer.id();
        task.purpose = sealing.seal(plan.purpose(), task.purposePlace());
        task.madeBy = by;
        task.madeAt = at;
        task.year = plan.on().getYear();
        task.dueOn = plan.on();
        task.way = plan.way();
        task.state = CareState.OPEN;
        return task;
    }

    /// @throws org.anchang.kit.problem.Refused CARE_TASK_IS_DONE
    void finish(CareDone how, String sent, String by, Instant at, Sealing sealing) {
        refuseIf(state == CareState.DONE, CustomerRefusal.CARE_TASK_IS_DONE);
        state = CareState.DONE;
        done = how;
        what = sealing.seal(sent, place());
        doneBy = by;
        doneAt = at;
    }

    /// Where what was sent is sealed.
    Place place() {
        return new Place("care_task", "what", id);
    }

    Place purposePlace() {
        return new Place("care_task", "purpose", id);
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

    @Nullable
    UUID birthday() {
        return birthday;
    }

    @Nullable
    UUID holiday() {
        return holiday;
    }

    /// Sealed; of a revisit alone.
    @Nullable
    String purpose() {
        return purpose;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    CareWay way() {
        return way;
    }

    CareState state() {
        return state;
    }

    @Nullable
    CareDone done() {
        return done;
    }

    /// Sealed.
    @Nullable
    String what() {
        return what;
    }

    @Nullable
    String doneBy() {
        return doneBy;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }
}
