package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-4: how far the deals have come: subscribed, contracted, paid, ended; no more of them than deadlines need.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DealProgress {
    private record Begun(UUID deal, String project, UUID customer) {}

    /// What a deal is about now.
    public record Home(
            UUID deal, @Nullable UUID unit, @Nullable String home) {}

    private static final Set<Account> MONEY = Set.of(Account.CASH, Account.POS, Account.SUPERVISED_BANK);
    private static final Set<Nature> OF_PRICE = Set.of(Nature.DEPOSIT, Nature.ADVANCE, Nature.PRICE, Nature.LOAN);

    private static final String BEGIN = """
            INSERT INTO deal_progress (deal, project, customer) VALUES (:deal, :project, :customer)
            ON CONFLICT (deal) DO NOTHING""";
    /// What the deal before had, as far as it has been read: its events are on another partition.
    private static final String SUCCEED = """
            UPDATE deal_progress d
            SET subscribed_at = p.subscribed_at, contracted_at = p.contracted_at, received = p.received, total = :total
            FROM deal_progress p WHERE d.deal = :deal AND p.deal = :predecessor""";
    private static final String SUBSCRIBE =
            "UPDATE deal_progress SET subscribed_at = coalesce(subscribed_at, :at) WHERE deal = :deal";
    private static final String CONTRACT =
            "UPDATE deal_progress SET contracted_at = coalesce(contracted_at, :at) WHERE deal = :deal";
    private static final String END = "UPDATE deal_progress SET ended_at = :at WHERE deal = :deal";
    private static final String COST = "UPDATE deal_progress SET total = :total WHERE deal = :deal";
    private static final String ABOUT = """
            UPDATE deal_progress SET unit = coalesce(:unit::uuid, unit), home = coalesce(:home::text, home)
            WHERE deal = :deal""";
    private static final String HAS_CONTRACT = """
            SELECT EXISTS (SELECT 1 FROM deal_progress
                           WHERE customer = ANY (:records) AND contracted_at IS NOT NULL AND ended_at IS NULL)""";
    private static final String PAY = "UPDATE deal_progress SET received = received + :amount WHERE deal = :deal";

    @Inject
    Database database;

    public void begun(UUID deal, String project, UUID customer) {
        database.sql(BEGIN).with(new Begun(deal, project, customer)).write();
    }

    public void succeeded(DealEvent.DealSucceeded deal) {
        begun(deal.deal(), deal.project(), deal.terms().customer());
        isAbout(new Home(deal.deal(), deal.unit(), deal.terms().home()));
        database.sql(SUCCEED)
                .with("deal", deal.deal())
                .with("predecessor", deal.predecessor())
                .with("total", deal.terms().total())
                .write();
    }

    /// CUS-9: by which the customers of a unit are found.
    public void isAbout(Home home) {
        database.sql(ABOUT).with(home).write();
    }

    /// CUS-2: whether a signed deal of one of these records goes on.
    public boolean hasContract(Collection<UUID> records) {
        return database.sql(HAS_CONTRACT).with("records", records).one(Boolean.class);
    }

    public void subscribed(DealEvent event) {
        moved(SUBSCRIBE, event.deal(), event.at());
    }

    public void contracted(DealEvent event) {
        moved(CONTRACT, event.deal(), event.at());
    }

    public void ended(DealEvent event) {
        moved(END, event.deal(), event.at());
    }

    public void costs(UUID deal, BigDecimal total) {
        database.sql(COST).with("deal", deal).with("total", total).write();
    }

    /// What came in of the price; what went out again counts below zero.
    public void paid(DealEvent.Money event) {
        var amount = event.entry().postings().stream()
                .filter(posting -> MONEY.contains(posting.account()) && OF_PRICE.contains(posting.nature()))
                .map(DealProgress::signed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.signum() != 0) {
            database.sql(PAY).with("deal", event.deal()).with("amount", amount).write();
        }
    }

    private static BigDecimal signed(LedgerEntry.Posting posting) {
        return posting.debit().subtract(posting.credit());
    }

    private void moved(String statement, UUID deal, Instant at) {
        database.sql(statement).with("deal", deal).with("at", at).write();
    }
}
