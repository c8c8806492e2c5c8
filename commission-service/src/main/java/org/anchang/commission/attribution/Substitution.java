package org.anchang.commission.attribution;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;

/// COM-2: somebody received in place of the owner.
@Entity
class Substitution {
    @Id
    private UUID visit;

    private UUID customer;
    private String substitute;

    @Enumerated(EnumType.STRING)
    private ReceptionReason reason;

    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected Substitution() {}

    static Substitution of(VisitReceived visit) {
        var substitution = new Substitution();
        substitution.visit = visit.visit();
        substitution.customer = visit.customer();
        substitution.substitute = visit.receiver();
        substitution.reason = visit.reason();
        substitution.receivedAt = visit.at();
        return substitution;
    }

    UUID visit() {
        return visit;
    }

    String substitute() {
        return substitute;
    }

    ReceptionReason reason() {
        return reason;
    }
}
