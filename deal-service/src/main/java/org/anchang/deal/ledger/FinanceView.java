package org.anchang.deal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Printing;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// FIN-1, FIN-2: the project's money as finance reads it: straight from the ledger, nothing kept beside it.
@ApplicationScoped
public class FinanceView {
    public record Side(Account account, UUID deal, Nature nature, Money debit, Money credit) {}

    /// @param home   what the deal is about, by its label
    /// @param buyers masked (CUS-6); before a form names them, the customer
    public record Entry(
            UUID id,
            UUID deal,
            String ticket,
            String home,
            @Nullable String buyers,
            String consultant,
            Ledger.What what,
            LocalDate countsOn,
            Instant madeAt,
            String madeBy,
            @Nullable UUID reverses,
            List<Side> postings) {}

    public record Balance(Account account, Nature nature, Money debit, Money credit, Money balance) {}

    /// AOF-1: what stood on an account at two moments.
    public record BalanceDifference(Account account, Nature nature, Money before, Money after, Money difference) {}

    /// @param week       ISO week, e.g. `2026-W47`
    /// @param collected  money that came in, voided receipts taken off
    /// @param cumulative since the project began
    public record Week(String week, LocalDate from, Money collected, Money cumulative, List<Action> actions) {}

    /// RFD-1: money that is owed back.
    ///
    /// @param home     what the deal was about, by its label
    /// @param buyers   masked (CUS-6); where no form named any, the customer
    /// @param payoutOn the day that finance set for a refund; left out where it is due at once
    public record Payable(
            UUID deal,
            String ticket,
            String home,
            @Nullable String buyers,
            String consultant,
            DealStage stage,
            String reason,
            Money payable,
            @Nullable LocalDate payoutOn) {}

    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /// One side, with the entry that it stands in.
    private record Posted(
            UUID id,
            UUID deal,
            String ticket,
            String home,
            @Nullable String buyers,
            String consultant,
            Ledger.What what,
            LocalDate countsOn,
            Instant madeAt,
            String madeBy,
            @Nullable UUID reverses,
            @Prefix("side") Side side) {
        Entry entry() {
            return new Entry(
                    id,
                    deal,
                    ticket,
                    home,
                    buyers,
                    consultant,
                    what,
                    countsOn,
                    madeAt,
                    madeBy,
                    reverses,
                    new ArrayList<>());
        }
    }

    private record Collected(LocalDate monday, Money collected, Money cumulative) {}

    private static final String ENTRIES = """
            SELECT e.id, e.deal, e.ticket, e.home, e.buyers, e.consultant, e.what, e.counts_on, e.made_at, e.made_by,
                   e.reverses, p.account AS side_account,
                   p.deal AS side_deal, p.nature AS side_nature, p.debit AS side_debit, p.credit AS side_credit
            FROM (SELECT o.*, d.ticket, d.home, d.buyers, d.consultant
                  FROM ledger_entry o JOIN deal_standing d ON d.deal = o.deal
                  WHERE o.project = :project AND (CAST(:after AS uuid) IS NULL OR o.id > :after)
                    AND (CAST(:from AS timestamptz) IS NULL OR o.recorded_at > :from)
                    AND (CAST(:to AS timestamptz) IS NULL OR o.recorded_at <= :to)
                  ORDER BY o.id LIMIT :rows) e
            JOIN posting p ON p.entry = e.id ORDER BY e.id, p.line""";
    private static final String BALANCES = """
            SELECT p.account, p.nature, sum(p.debit) AS debit, sum(p.credit) AS credit,
                   sum(p.debit - p.credit) AS balance
            FROM posting p JOIN ledger_entry e ON e.id = p.entry
            WHERE e.project = :project AND (CAST(:at AS timestamptz) IS NULL OR e.recorded_at <= :at)
            GROUP BY p.account, p.nature ORDER BY p.account, p.nature""";
    private static final String DIFFERENCES = """
            SELECT account, nature, before, after, after - before AS difference FROM (
                SELECT p.account, p.nature, sum(p.debit - p.credit) AS after,
                       coalesce(sum(p.debit - p.credit) FILTER (WHERE e.recorded_at <= :from), 0) AS before
                FROM posting p JOIN ledger_entry e ON e.id = p.entry WHERE e.project = :project AND e.recorded_at <= :to
                GROUP BY p.account, p.nature) both_moments
            WHERE after <> before ORDER BY account, nature""";
    private static final String WEEKS = """
            SELECT monday, collected, sum(collected) OVER (ORDER BY monday) AS cumulative FROM (
                SELECT date_trunc('week', e.counts_on)::date AS monday, sum(p.debit - p.credit) AS collected
                FROM posting p JOIN ledger_entry e ON e.id = p.entry
                WHERE e.project = :project AND e.what IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'REVERSAL')
                  AND p.account IN ('CASH', 'POS', 'SUPERVISED_BANK')
                GROUP BY 1) weeks ORDER BY monday""";
    private static final String PAYABLES = """
            SELECT d.deal, d.ticket, d.home, d.buyers, d.consultant, d.stage, d.end_reason AS reason, p.payable, d.payout_on
            FROM deal_standing d
            CROSS JOIN LATERAL (SELECT sum(credit - debit) AS payable FROM posting
                                WHERE account = 'REFUNDS_PAYABLE' AND deal = d.deal) p
            WHERE d.project = :project AND p.payable > 0 AND (CAST(:after AS uuid) IS NULL OR d.deal > :after)
            ORDER BY d.deal LIMIT :rows""";

    /// As [FinanceResource] lets them in.
    private static final String[] READERS = {
        Role.FINANCE, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.SALES_STATISTICIAN
    };

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// Those that were made after the one moment and not after the other; all where nothing is said.
    public record Made(@Nullable Instant from, @Nullable Instant to) {}

    /// Whether the caller reads a project's money.
    public boolean isForCaller(String project) {
        return caller.holds(project, READERS);
    }

    Page<Entry> entries(String project, Made made, PageRequest request) {
        var entries = new LinkedHashMap<UUID, Entry>();
        for (var posted : database.sql(ENTRIES)
                .with("project", project)
                .with("after", request.afterId().orElse(null))
                .with("rows", request.rows())
                .with(made)
                .rows(Posted.class)) {
            entries.computeIfAbsent(posted.id(), _ -> posted.entry()).postings().add(posted.side());
        }
        return Page.byId(List.copyOf(entries.values()), request, Entry::id);
    }

    /// @param at AOF-1: as they stood at that moment; now, where there is none
    List<Balance> balances(String project, @Nullable Instant at) {
        return database.sql(BALANCES).with("project", project).with("at", at).rows(Balance.class);
    }

    /// AOF-1: the accounts on which something else stands.
    List<BalanceDifference> differences(String project, Past.Between moments) {
        return database.sql(DIFFERENCES).with("project", project).with(moments).rows(BalanceDifference.class);
    }

    public List<Week> collections(String project, Period period) {
        return database.sql(WEEKS).with("project", project).rows(Collected.class).stream()
                .map(week -> new Week(
                        label(week.monday()),
                        week.monday(),
                        week.collected(),
                        week.cumulative(),
                        List.of(Printing.ofProject(DealAction.PRINT_WEEK, "weekly-check", project, caller, READERS))))
                .filter(week ->
                        period.from() == null || !week.from().plusDays(6).isBefore(period.from()))
                .filter(week -> period.to() == null || !week.from().isAfter(period.to()))
                .toList();
    }

    Page<Payable> payables(String project, PageRequest request) {
        return database.sql(PAYABLES).with("project", project).page(request, Payable.class, Payable::deal);
    }

    private static String label(LocalDate monday) {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
