package org.anchang.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.sql.Database;

/// APR-4: the whole history of each form.
@ApplicationScoped
public class Signatures implements PanacheRepositoryBase<Signature, UUID> {
    /// Somebody has looked at the form, and when first.
    public record Look(String person, Instant seenAt) {}

    private static final String SEEN = """
            INSERT INTO approval_seen (approval, person, seen_at) VALUES (:approval, :person, :seenAt)
            ON CONFLICT DO NOTHING""";
    private static final String LOOKS =
            "SELECT person, seen_at FROM approval_seen WHERE approval = :approval ORDER BY seen_at, person";

    @Inject
    Database database;

    /// In the order in which they were made.
    public List<Signature> on(Approval approval) {
        return list("approval = ?1 order by id", approval.id());
    }

    /// APR-3: whether the person has decided on this form already.
    public boolean has(Approval approval, String person) {
        return decidedBy(person, List.of(approval)).contains(approval.id());
    }

    /// APR-3: those of these forms on which the person has decided already, by id.
    public Set<UUID> decidedBy(String person, Collection<Approval> forms) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct approval from Signature"
                                + " where approval in :forms and person = :person and task is not null",
                        UUID.class)
                .setParameter("forms", forms.stream().map(Approval::id).toList())
                .setParameter("person", person)
                .getResultList());
    }

    /// APR-4: keeps the first look of each person.
    public void seen(Approval approval, Look look) {
        database.sql(SEEN).with("approval", approval.id()).with(look).write();
    }

    public List<Look> looksAt(Approval approval) {
        return database.sql(LOOKS).with("approval", approval.id()).rows(Look.class);
    }
}
