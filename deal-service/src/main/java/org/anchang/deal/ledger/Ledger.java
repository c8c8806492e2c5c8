package org.anchang.deal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
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
    public record Balance(Account account, Nature nature, Money amount) {}

    private static final String ENTRY = """
            INSERT INTO ledger_entry (id, project, deal, what, counts_on, made_at, made_by, reverses)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""";
    private static final String POSTING = """
            INSERT INTO posting (entry, line, account, deal, nature, debit, credit)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)""";
    private static final String POSTINGS =
            "SELECT account, deal, nature, debit, credit FROM posting WHERE entry = ?1 ORDER BY line";
    private static final String OWED = """
            SELECT account, nature, sum(credit - debit) FROM posting WHERE deal = ?1 AND account = ?2
            GROUP BY account, nature HAVING sum(credit - debit) <> 0 ORDER BY nature""";

    @Inject
    Session database;

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
    public List<Balance> owed(Deal deal, Account account) {
        return database
                .createNativeQuery(OWED, Object[].class)
                .setParameter(1, deal.id())
                .setParameter(2, account.name())
                .getResultList()
                .stream()
                .map(row -> new Balance(
                        Account.valueOf((String) row[0]), Nature.valueOf((String) row[1]), new Money((BigDecimal)
                                row[2])))
                .toList();
    }

    private LedgerEntry enter(Deal deal, What what, List<Posting> postings, @Nullable UUID reverses) {
        var entry = new LedgerEntry(Ids.next(), clock.today(), postings);
        database.createNativeMutationQuery(ENTRY)
                .setParameter(1, entry.entry())
                .setParameter(2, deal.project())
                .setParameter(3, deal.id())
                .setParameter(4, what.name())
                .setParameter(5, entry.countsOn())
                .setParameter(6, clock.instant())
                .setParameter(7, caller.name())
                .setParameter(8, reverses, StandardBasicTypes.UUID)
                .executeUpdate();
        for (var line = 0; line < postings.size(); line++) {
            var posting = postings.get(line);
            database.createNativeMutationQuery(POSTING)
                    .setParameter(1, entry.entry())
                    .setParameter(2, line + 1)
                    .setParameter(3, posting.account().name())
                    .setParameter(4, posting.deal())
                    .setParameter(5, posting.nature().name())
                    .setParameter(6, posting.debit())
                    .setParameter(7, posting.credit())
                    .executeUpdate();
        }
        return entry;
    }

    private List<Posting> postings(UUID entry) {
        return database.createNativeQuery(POSTINGS, Object[].class).setParameter(1, entry).getResultList().stream()
                .map(row -> new Posting(
                        Account.valueOf((String) row[0]),
                        (UUID) row[1],
                        Nature.valueOf((String) row[2]),
                        (BigDecimal) row[3],
                        (BigDecimal) row[4]))
                .toList();
    }
}
