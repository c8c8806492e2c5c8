package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;

/// All contracts, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
public class Contracts implements PanacheRepositoryBase<Contract, UUID> {
    /// The contract that counts.
    public Optional<Contract> of(Deal deal) {
        return find("deal = ?1 and endedAt is null", deal.id()).firstResultOptional();
    }

    /// Those of several deals.
    List<Contract> of(Collection<Deal> deals) {
        return list(
                "deal in ?1 and endedAt is null", deals.stream().map(Deal::id).toList());
    }

    void refuseIfTaken(Deal deal, String number) {
        refuseIf(count("project = ?1 and number = ?2", deal.project(), number) > 0, DealRefusal.CONTRACT_NUMBER_TAKEN);
    }
}
