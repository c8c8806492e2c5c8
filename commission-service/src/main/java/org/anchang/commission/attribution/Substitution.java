package org.anchang.commission.attribution;

import java.time.Instant;
import java.util.UUID;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;

/// COM-2: somebody received in place of the owner. Who gets how much for it: [Claims].
record Substitution(UUID visit, UUID customer, String substitute, ReceptionReason reason, Instant receivedAt) {
    static Substitution of(VisitReceived visit) {
        return new Substitution(visit.visit(), visit.customer(), visit.receiver(), visit.reason(), visit.at());
    }
}
