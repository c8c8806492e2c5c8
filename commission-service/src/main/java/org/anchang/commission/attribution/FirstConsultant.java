package org.anchang.commission.attribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomerRegistered;

/// COM-1: who owned a record's customer when they were registered. A later change of owner does not move it,
/// a decision whose the commission is does (REC-6).
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

    /// REC-6, REC-4
    void decide(String decided) {
        consultant = decided;
    }

    String consultant() {
        return consultant;
    }
}
