package org.anchang.commission.attribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomerRegistered;

/// COM-1: who owned the customer when they were registered. A later change of owner does not move it, a
/// decision whose
/// the commission is does (REC-6).
@Entity
class FirstConsultant {
    @Id
    private UUID customer;

    private String project;
    private String consultant;
    private Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected FirstConsultant() {}

    static FirstConsultant of(CustomerRegistered registered) {
        var first = new FirstConsultant();
        first.customer = registered.customer();
        first.project = registered.project();
        first.consultant = registered.owner();
        first.registeredAt = registered.at();
        return first;
    }

    /// CUS-3: of two records of one person, the earlier one says who was first.
    void mergeWith(FirstConsultant merged) {
        if (merged.registeredAt.isBefore(registeredAt)) {
            consultant = merged.consultant;
            registeredAt = merged.registeredAt;
        }
    }

    /// REC-6, REC-4
    void decide(String decided) {
        consultant = decided;
    }

    /// CUS-3: whether the record that went into this one is the one with which the office came to know the
    /// customer.
    boolean beganWith(FirstConsultant merged) {
        return registeredAt.equals(merged.registeredAt);
    }

    /// CUS-3: the other record was somebody else's.
    void isAgain(String first, Instant since) {
        consultant = first;
        registeredAt = since;
    }

    UUID customer() {
        return customer;
    }

    String consultant() {
        return consultant;
    }
}
