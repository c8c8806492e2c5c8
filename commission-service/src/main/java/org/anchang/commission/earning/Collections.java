package org.anchang.commission.earning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;

/// COM-3: what buyers have paid in towards the price, as deal-service's ledger entries tell: what came to the office
/// or went back from it. What is carried over or offset moves no money and counts for nothing.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Collections {
    private static final String ADD = """
            INSERT INTO deal_collection AS c (deal, collected) VALUES (:deal, :moved)
            ON CONFLICT (deal) DO UPDATE SET collected = c.collected + excluded.collected""";
    private static final String OF_CHAIN = """
            SELECT coalesce(sum(collected), 0) FROM deal_collection
            WHERE deal = :chain OR deal IN (SELECT deal FROM deal_chain WHERE chain = :chain)""";

    @Inject
    Database database;

    /// @return whether the event moved money of the price
    boolean count(DealEvent.Money event) {
        var moved = event.entry().postings().stream()
                .filter(posting -> isOfTheOffice(posting.account()) && isOfThePrice(posting.nature()))
                .map(Collections::cameIn)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (moved.signum() == 0) {
            return false;
        }
        database.sql(ADD).with("deal", event.deal()).with("moved", moved).write();
        return true;
    }

    Money of(UUID chain) {
        return database.sql(OF_CHAIN).with("chain", chain).one(Money.class);
    }

    private static BigDecimal cameIn(Posting posting) {
        return posting.debit().subtract(posting.credit());
    }

    private static boolean isOfTheOffice(Account account) {
        return switch (account) {
            case CASH, POS, SUPERVISED_BANK -> true;
            case DEPOSITS, PRICE_RECEIVED, REFUNDS_PAYABLE, PENALTIES -> false;
        };
    }

    private static boolean isOfThePrice(Nature nature) {
        return switch (nature) {
            case DEPOSIT, ADVANCE, PRICE, LOAN -> true;
            case PENALTY, LATE_FEE, COLLECTED_FOR_OTHERS, TRANSFER -> false;
        };
    }
}
