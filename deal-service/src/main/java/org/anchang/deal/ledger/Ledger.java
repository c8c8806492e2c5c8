package org.anchang.deal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// FIN-2: the double-entry ledger.
///
/// Promise: entries are only added, and each balances; the database refuses anything else at commit. What an entry
/// says goes out in the event of the same transaction, so that the ledger can be rebuilt from the events to the
/// cent.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ledger {
    /// What an entry is made for.
    public enum What {
        DEPOSIT,
        PAYMENT,
        LOAN,
        OFFSET,
        LAPSE,
        VOID,
        REFUND,
        SWAP,
        PAYOUT,
        REVERSAL
    }

    /// What stands on an account for a deal; above zero on the side on which the account normally stands.
    public record OwedByNature(Account account, Nature nature, Money amount) {}

    /// All that is owed to the buyers of a deal on an account.
    public record Owed(UUID deal, Money amount) {}

    private static final String ENTRY = """
            INSERT INTO ledger_entry (id, project, deal, what, counts_on, made_at, made_by, reverses)
            VALUES (:id, :project, :deal, :what, :countsOn, :madeAt, :madeBy, :reverses)""";
    private static final String POSTING = """
            INSERT INTO posting (entry, line, account, deal, nature, debit, credit)
            VALUES (:entry, :line, :account, :deal, :nature, :debit, :credit)""";
    private static final String POSTINGS =
            "SELECT account, deal, nature, debit, credit FROM posting WHERE entry = :entry ORDER BY line";
    private static final String OWED = """
            SELECT account, nature, sum(credit - debit) AS amount FROM posting WHERE deal = :deal AND account = :account
            GROUP BY account, nature HAVING sum(credit - debit) <> 0 ORDER BY nature""";

    private static final String OWED_ON_DEALS = """
            SELECT deal, sum(credit - debit) AS amount FROM posting WHERE deal = ANY (:deals) AND account = :account
            GROUP BY deal HAVING sum(credit - debit) <> 0""";

    /// A posting as it stands in its entry.
    private record SideOfEntry(
            UUID entry, int line, Account account, UUID deal, Nature nature, BigDecimal debit, BigDecimal credit) {}

    @Inject
    Database database;

    @Inject
    Deals deals;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    public static Posting debit(Account account, Nature nature, UUID deal, Money amount) {
        return new Posting(account, deal, nature, amount.amount(), Money.ZERO.amount());
    }

    public static Posting credit(Account account, Nature nature, UUID deal, Money amount) {
        return new Posting(account, deal, nature, Money.ZERO.amount(), amount.amount());
    }

    /// Adds an entry that counts today.
    public LedgerEntry enter(Deal deal, What what, List<Posting> postings) {
        return enter(deal, what, postings, null);
    }

    /// Adds the entry that takes `entry` back: every side turned round.
    public LedgerEntry reverse(Deal deal, UUID entry) {
        var turned = postings(entry).stream()
                .map(p -> new Posting(p.account(), p.deal(), p.nature(), p.credit(), p.debit()))
                .toList();
        return enter(deal, What.REVERSAL, turned, entry);
    }

    /// What is owed to the buyers of a deal on one of the accounts that stand in credit, by nature.
    public List<OwedByNature> owed(Deal deal, Account account) {
        return database.sql(OWED)
                .with("deal", deal.id())
                .with("account", account)
                .rows(OwedByNature.class);
    }

    /// The same for several deals, all natures together; only those to whom anything is owed.
    public List<Owed> owed(Collection<UUID> deals, Account account) {
        return deals.isEmpty()
                ? List.of()
                : database.sql(OWED_ON_DEALS)
                        .with("deals", deals)
                        .with("account", account)
                        .rows(Owed.class);
    }

    private LedgerEntry enter(Deal deal, What what, List<Posting> postings, @Nullable UUID reverses) {
        var entry = new LedgerEntry(Ids.next(), clock.today(), postings);
        // The deal that continues another one is new, too.
        deals.flush();
        database.sql(ENTRY)
                .with("id", entry.entry())
                .with("project", deal.project())
                .with("deal", deal.id())
                .with("what", what)
                .with("countsOn", entry.countsOn())
                .with("madeAt", clock.instant())
                .with("madeBy", caller.name())
                .with("reverses", reverses)
                .write();
        database.writeAll(POSTING, sides(entry));
        return entry;
    }

    private List<Posting> postings(UUID entry) {
        return database.sql(POSTINGS).with("entry", entry).rows(Posting.class);
    }

    private static List<SideOfEntry> sides(LedgerEntry entry) {
        var sides = new ArrayList<SideOfEntry>();
        for (var p : entry.postings()) {
            sides.add(new SideOfEntry(
                    entry.entry(), sides.size() + 1, p.account(), p.deal(), p.nature(), p.debit(), p.credit()));
        }
        return sides;
    }
}
