package org.anchang.customer.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Partner;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// REC-2, REC-3: what the queue decided about a known customer becomes a visit, which is told.
@ApplicationScoped
public class RecordingReceptions {
    /// What the queue decided.
    ///
    /// @param arrival the turn
    /// @param absence what keeps the consultant away whose customer it is, where it is one
    /// @param partner who brought them this time; none: who brought the customer
    public record Reception(
            UUID arrival,
            String receiver,
            ReceptionRule rule,
            Optional<Whereabouts.Out> absence,
            @Nullable Partner partner,
            Instant at) {}

    @Inject
    Visits visits;

    @Inject
    Outbox outbox;

    /// @return the visit
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID record(Customer customer, Reception reception) {
        var visit = Visit.inTurn(customer, visits.anyOf(customer), reception);
        visits.keep(visit);
        outbox.append(visit.event());
        return visit.id();
    }
}
