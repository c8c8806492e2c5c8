package org.anchang.customer.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-8: visits that another system has recorded, with who received and when: whose customer it was then is nobody's
/// knowledge any more, so that it counts as the receiver's. They are told in no event, from which deals would take the
/// receiver for a substitute of today (REC-3).
@ApplicationScoped
public class PastVisits {
    public record Past(
            UUID id,
            Customer customer,
            String receiver,
            @Nullable String note,
            Instant at) {}

    private record Row(
            UUID id,
            String project,
            UUID customer,
            String receiver,
            @Nullable String note,
            Instant at) {}

    private static final String KEEP = """
            INSERT INTO visit (id, project, customer, receiver, owner, reason, note, received_at)
            VALUES (:id, :project, :customer, :receiver, :receiver, 'OWN_CUSTOMER', :note, :at)""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Past> visits) {
        database.writeAll(
                KEEP,
                visits.stream()
                        .map(visit -> new Row(
                                visit.id(),
                                visit.customer().project(),
                                visit.customer().id(),
                                visit.receiver(),
                                sealing.sealIfAny(visit.note(), new Place("visit", "note", visit.id())),
                                visit.at()))
                        .toList());
    }
}
