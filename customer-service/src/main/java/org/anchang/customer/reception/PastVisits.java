package org.anchang.customer.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.Dated;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-8: visits that another system has recorded, with who received and when: whose customer it was then is nobody's
/// knowledge any more, so that it counts as the receiver's. They are told in no event, from which deals would
/// take the receiver for a substitute of today (REC-3).
@ApplicationScoped
public class PastVisits {
    public record Past(
            UUID id,
            Customer customer,
            String receiver,
            @Nullable String note,
            Instant at) {}

    private record PastVisit(
            UUID id,
            String project,
            UUID customer,
            String receiver,
            @Nullable String note,
            Instant at) {}

    private static final String KEEP = """
            INSERT INTO visit (id, project, customer, receiver, owner, reason, note, received_at)
            VALUES (:id, :project, :customer, :receiver, :receiver, 'OWN_CUSTOMER', :note, :at)""";

    private record Noted(UUID id, @Nullable String note) {}

    private static final String NOTES = "SELECT id, note FROM visit WHERE id = ANY (:ids)";
    private static final String CORRECT = "UPDATE visit SET note = :note WHERE id = :id";
    private static final String RECORDED =
            "SELECT visit AS id, receiver AS by, received_at AS at FROM received_visit WHERE visit = ANY (:ids)";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Past> visits) {
        database.writeAll(
                KEEP,
                visits.stream()
                        .map(visit -> new PastVisit(
                                visit.id(),
                                visit.customer().project(),
                                visit.customer().id(),
                                visit.receiver(),
                                sealed(visit),
                                visit.at()))
                        .toList());
    }

    /// What was noted is as a later file says it, where it says anything; who came, to whom and when stays.
    ///
    /// @return those of which the file says anything new
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> correct(List<Past> visits) {
        var were = database.sql(NOTES).with("ids", visits.stream().map(Past::id).toList()).rows(Noted.class).stream()
                .filter(one -> one.note() != null)
                .collect(Collectors.toMap(
                        Noted::id, one -> sealing.open(Objects.requireNonNull(one.note()), Visit.noteOf(one.id()))));
        var changed = visits.stream()
                .filter(visit -> visit.note() != null && !visit.note().equals(were.get(visit.id())))
                .toList();
        database.writeAll(
                CORRECT,
                changed.stream()
                        .map(visit -> new Noted(visit.id(), sealed(visit)))
                        .toList());
        return changed.stream().map(Past::id).collect(Collectors.toSet());
    }

    public List<Dated> recorded(Collection<UUID> ids) {
        return database.sql(RECORDED).with("ids", ids).rows(Dated.class);
    }

    private @Nullable String sealed(Past visit) {
        return sealing.sealIfAny(visit.note(), Visit.noteOf(visit.id()));
    }
}
