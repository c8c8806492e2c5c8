package org.anchang.deal.filing;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deal.Registration;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.HappenedOn;
import org.anchang.events.DealEvent.FilingCancelled;
import org.anchang.events.DealEvent.FilingReturned;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.problem.Rule;
import org.anchang.kit.seal.Place;
import org.jspecify.annotations.Nullable;

/// CON-6: one submission of a contract to the housing authority, and what came of it.
@Entity
public class Filing {
    public enum FilingState {
        SUBMITTED,
        ACCEPTED,
        RETURNED,
        /// Taken out of the register again; the deal may be given up (RFD-2)
        CANCELLED
    }

    /// When the authority took the contract out of its register, and why, sealed.
    record Cancellation(LocalDate on, String reason) {}

    /// What events tell of the reasons; what was written stays here, sealed (CUS-6).
    private static final String RETURNED = "RETURNED_BY_AUTHORITY";

    private static final String CANCELLED = "CANCELLED_BY_AUTHORITY";

    @Id
    private UUID id;

    private UUID deal;
    private String project;

    @Enumerated(EnumType.STRING)
    private FilingState state;

    private String submittedBy;
    private Instant submittedAt;
    private @Nullable String registrationNumber;
    private @Nullable LocalDate filedOn;
    private @Nullable LocalDate cancelledOn;
    private @Nullable String reason;

    @Version
    private long version;

    protected Filing() {}

    static Filing submitted(Deal deal, String by, Instant at) {
        var filing = new Filing();
        filing.id = Ids.next();
        filing.deal = deal.id();
        filing.project = deal.project();
        filing.state = FilingState.SUBMITTED;
        filing.submittedBy = by;
        filing.submittedAt = at;
        return filing;
    }

    void accepted(Registration registration) {
        refuseUnless(state == FilingState.SUBMITTED, DealRefusal.FILING_NOT_SUBMITTED);
        state = FilingState.ACCEPTED;
        registrationNumber = registration.number();
        filedOn = registration.filedOn();
    }

    /// @param why sealed
    FilingReturned returned(String why, Instant at) {
        refuseUnless(state == FilingState.SUBMITTED, DealRefusal.FILING_NOT_SUBMITTED);
        state = FilingState.RETURNED;
        reason = why;
        return new FilingReturned(deal, project, at, RETURNED);
    }

    FilingCancelled cancelled(Cancellation cancellation, Instant at) {
        refuseUnless(state == FilingState.ACCEPTED && registrationNumber != null, DealRefusal.FILING_NOT_ACCEPTED);
        new HappenedOn(cancellation.on(), requireNonNull(filedOn), OfficeClock.dateOf(at)).mustBePossible(Rule.RFD_2);
        state = FilingState.CANCELLED;
        cancelledOn = cancellation.on();
        reason = cancellation.reason();
        return new FilingCancelled(deal, project, at, registrationNumber, cancellation.on(), CANCELLED);
    }

    UUID id() {
        return id;
    }

    UUID deal() {
        return deal;
    }

    FilingState state() {
        return state;
    }

    String submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String registrationNumber() {
        return registrationNumber;
    }

    @Nullable
    LocalDate filedOn() {
        return filedOn;
    }

    @Nullable
    LocalDate cancelledOn() {
        return cancelledOn;
    }

    /// Sealed.
    @Nullable
    String reason() {
        return reason;
    }

    Place reasonPlace() {
        return new Place("filing", "reason", id);
    }
}
