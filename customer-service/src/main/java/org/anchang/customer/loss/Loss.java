package org.anchang.customer.loss;

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
import org.anchang.customer.Ruling;
import org.anchang.events.CustomerEvent.CustomerGivenUp;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TRK-6: a customer is given up: the owner applies with objection and reason, the site manager confirms or returns it.
@Entity
class Loss {
    enum LossState {
        APPLIED,
        CONFIRMED,
        RETURNED
    }

    /// Why the customer does not buy.
    ///
    /// @param units that the customer has asked about
    record Application(
            Objection objection, String reason, @Nullable String units, String by, Instant at) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private Objection objection;

    private String reason;
    private @Nullable String units;
    private @Nullable LocalDate viewedFirst;
    private String appliedBy;
    private Instant appliedAt;

    @Enumerated(EnumType.STRING)
    private LossState state;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String word;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Loss() {}

    /// @param viewedFirst TRK-3: the day of the first visit
    static Loss of(Customer customer, Application why, @Nullable LocalDate viewedFirst, Sealing sealing) {
        var loss = new Loss();
        loss.id = Ids.next();
        loss.project = customer.project();
        loss.customer = customer.id();
        loss.objection = why.objection();
        loss.reason = sealing.seal(why.reason(), loss.place("reason"));
        loss.units = sealing.sealIfAny(why.units(), loss.place("units"));
        loss.viewedFirst = viewedFirst;
        loss.appliedBy = why.by();
        loss.appliedAt = why.at();
        loss.state = LossState.APPLIED;
        return loss;
    }

    /// @throws org.anchang.kit.problem.Refused OWN_LOSS_IS_OTHERS_TO_DECIDE, LOSS_IS_DECIDED
    void confirm(Ruling decision, Sealing sealing) {
        decide(LossState.CONFIRMED, decision, sealing);
    }

    /// @throws org.anchang.kit.problem.Refused OWN_LOSS_IS_OTHERS_TO_DECIDE, LOSS_IS_DECIDED
    void giveBack(Ruling decision, Sealing sealing) {
        decide(LossState.RETURNED, decision, sealing);
    }

    /// RPT-2: what others may know of it.
    CustomerGivenUp givenUp(Instant at) {
        return new CustomerGivenUp(customer, project, at, id, objection.name(), appliedBy);
    }

    private void decide(LossState to, Ruling decision, Sealing sealing) {
        refuseIf(decision.by().equals(appliedBy), CustomerRefusal.OWN_LOSS_IS_OTHERS_TO_DECIDE);
        refuseUnless(state == LossState.APPLIED, CustomerRefusal.LOSS_IS_DECIDED);
        state = to;
        word = sealing.sealIfAny(decision.word(), place("word"));
        decidedBy = decision.by();
        decidedAt = decision.at();
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("loss", column, id);
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

    Objection objection() {
        return objection;
    }

    /// Sealed, as are the other texts.
    String reason() {
        return reason;
    }

    @Nullable
    String units() {
        return units;
    }

    @Nullable
    LocalDate viewedFirst() {
        return viewedFirst;
    }

    String appliedBy() {
        return appliedBy;
    }

    Instant appliedAt() {
        return appliedAt;
    }

    LossState state() {
        return state;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String word() {
        return word;
    }
}
