package org.anchang.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// APR-4: the whole history of each form.
@ApplicationScoped
public class Signatures implements PanacheRepositoryBase<Signature, UUID> {
    /// Somebody has looked at the form, and when first.
    public record Look(String person, Instant at) {}

    /// In the order in which they were made.
    public List<Signature> on(Approval approval) {
        return list("approval = ?1 order by id", approval.id());
    }

    /// APR-3: whether the person has decided on this form already.
    public boolean has(Approval approval, String person) {
        return count("approval = ?1 and person = ?2 and task is not null", approval.id(), person) > 0;
    }

    /// APR-4: keeps the first look of each person.
    public void seen(Approval approval, Look look) {
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO approval_seen (approval, person, seen_at) VALUES (?1, ?2, ?3)
                        ON CONFLICT DO NOTHING""")
                .setParameter(1, approval.id())
                .setParameter(2, look.person())
                .setParameter(3, look.at())
                .executeUpdate();
    }

    public List<Look> looksAt(Approval approval) {
        List<?> looks = getEntityManager()
                .createNativeQuery(
                        "SELECT person, seen_at FROM approval_seen WHERE approval = ?1 ORDER BY seen_at, person",
                        Look.class)
                .setParameter(1, approval.id())
                .getResultList();
        return looks.stream().map(Look.class::cast).toList();
    }
}
