package org.anchang.commission.earning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.sql.Database;

/// COM-4: deals that continue another one after a swap, and the deal with which each chain began.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DealChains {
    /// A deal was swapped into the next one.
    record Link(UUID predecessor, UUID successor) {}

    private static final String GO_ON =
            "INSERT INTO deal_chain (deal, chain, predecessor) VALUES (:successor, :chain, :predecessor)";
    private static final String OF = "SELECT chain FROM deal_chain WHERE deal = :deal";

    @Inject
    Database database;

    void goOn(Link link, UUID chain) {
        database.sql(GO_ON).with(link).with("chain", chain).write();
    }

    /// Nothing for a deal that continues no other: it begins a chain of its own.
    Optional<UUID> of(UUID deal) {
        return database.sql(OF).with("deal", deal).row(UUID.class);
    }
}
