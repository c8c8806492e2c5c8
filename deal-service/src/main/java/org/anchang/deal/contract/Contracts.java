package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.answer.Keeper;
import org.anchang.deal.answer.Kept;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All contracts, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
public class Contracts implements Keeper {
    private static final String CONTRACTS =
            "SELECT deal, id, number, scheme, total, signed_on, file_by FROM contract WHERE ";
    private static final String THAT_COUNT = CONTRACTS + "deal = ANY (:deals) AND ended_at IS NULL";
    private static final String SIGN = """
            INSERT INTO contract (id, deal, project, number, scheme, total, order_form, signed_on, file_by, signed_by,
                                  signed_at)
            VALUES (:id, :deal, :project, :number, :scheme, :total, :orderForm, :signedOn, :fileBy, :by, :at)""";
    private static final String END = "UPDATE contract SET ended_at = :at WHERE deal = :deal AND ended_at IS NULL";
    /// INV-17: however it is written.
    private static final String TAKEN = """
            SELECT count(*) > 0 FROM contract WHERE project = :project AND name_key(number) = name_key(:number)""";

    @Inject
    Database database;

    /// The contract that counts.
    public Optional<Kept.Contract> of(Deal deal) {
        return kept(List.of(deal)).stream().findFirst();
    }

    /// That one, or one that does not count any more.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Kept.Contract get(UUID id) {
        return database.sql(CONTRACTS + "id = :id")
                .with("id", id)
                .row(Kept.Contract.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Those that count.
    @Override
    public List<Kept.Contract> kept(Collection<Deal> deals) {
        return database.sql(THAT_COUNT)
                .with("deals", deals.stream().map(Deal::id).toList())
                .rows(Kept.Contract.class);
    }

    void sign(Kept.Contract contract, Deal deal, String by, Instant at) {
        database.sql(SIGN)
                .with(contract)
                .with("project", deal.project())
                .with("orderForm", deal.agreed().orderForm())
                .with("by", by)
                .with("at", at)
                .write();
    }

    /// The deal was given back after signing (RFD-2); the paper stays on record.
    public void end(Deal deal, Instant at) {
        database.sql(END).with("deal", deal.id()).with("at", at).write();
    }

    void refuseIfTaken(Deal deal, String number) {
        var taken = database.sql(TAKEN)
                .with("project", deal.project())
                .with("number", number)
                .one(Boolean.class);
        refuseIf(taken, DealRefusal.CONTRACT_NUMBER_TAKEN);
    }
}
