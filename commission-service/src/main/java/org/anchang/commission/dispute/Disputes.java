package org.anchang.commission.dispute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.commission.Claim;

/// All disputes, open and decided.
@ApplicationScoped
public class Disputes implements PanacheRepositoryBase<Dispute, UUID> {
    /// COM-5: the division last decided by a supervisor; it goes before rule and agreement.
    public Optional<List<Claim>> decisionOn(UUID commission) {
        return find("commission = ?1 and decidedAt is not null order by decidedAt desc", commission)
                .firstResultOptional()
                .map(Dispute::claims);
    }

    /// Of these commissions those of which the person has raised the open dispute.
    public Set<UUID> raisedBy(String person, Collection<UUID> commissions) {
        if (commissions.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select d.commission from Dispute d where d.raisedBy = :person and d.decidedAt is null"
                                + " and d.commission in :commissions",
                        UUID.class)
                .setParameter("person", person)
                .setParameter("commissions", commissions)
                .getResultList());
    }

    Optional<Dispute> openOn(UUID commission) {
        return find("commission = ?1 and decidedAt is null", commission).firstResultOptional();
    }
}
