package org.anchang.commission.attribution;

import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomerRegistered;

/// COM-1: who owned a record's customer when they were registered. A later change of owner does not move it,
/// a decision whose the commission is does (REC-6, REC-4).
record FirstConsultant(UUID customer, String project, String consultant, Instant registeredAt) {
    static FirstConsultant of(CustomerRegistered registered) {
        return new FirstConsultant(registered.customer(), registered.project(), registered.owner(), registered.at());
    }
}
