package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.answer.Keeper;
import org.anchang.deal.answer.Kept;
import org.anchang.kit.sql.Database;

/// All contracts, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
public class Contracts implements PanacheRepositoryBase<Contract, UUID>, Keeper {
    /// INV-17: however it is written.
    private static final String TAKEN = """
            SELECT count(*) > 0 FROM contract WHERE project = :project AND name_key(number) = name_key(:number)""";

    @Inject
    Database database;

    /// The contract that counts.
    public Optional<Contract> of(Deal deal) {
        return find("deal = ?1 and endedAt is null", deal.id()).firstResultOptional();
    }

    /// Those that count.
    @Override
    public List<Kept.Contract> kept(Collection<Deal> deals) {
        return list(
                        "deal in ?1 and endedAt is null",
                        deals.stream().map(Deal::id).toList())
                .stream()
                .map(contract -> new Kept.Contract(
                        contract.deal(),
                        contract.id(),
                        contract.number(),
                        contract.scheme(),
                        contract.signedOn(),
                        contract.fileBy()))
                .toList();
    }

    void refuseIfTaken(Deal deal, String number) {
        var taken = database.sql(TAKEN)
                .with("project", deal.project())
                .with("number", number)
                .one(Boolean.class);
        refuseIf(taken, DealRefusal.CONTRACT_NUMBER_TAKEN);
    }
}
