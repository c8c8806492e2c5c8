package org.anchang.deal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/// FIN-1, FIN-2: the project's money as finance reads it: straight from the ledger, nothing kept beside it.
@ApplicationScoped
public class FinanceView {
    public record Side(Account account, UUID deal, Nature nature, Money debit, Money credit) {}

    public record Entry(
            UUID id,
            UUID deal,
            Ledger.What what,
            LocalDate countsOn,
            Instant madeAt,
            String madeBy,
            @Nullable UUID reverses,
            List<Side> postings) {}

    public record Balance(Account account, Nature nature, Money debit, Money credit, Money balance) {}

    /// @param week       ISO week, e.g. `2026-W47`
    /// @param collected  money that came in, voided receipts taken off
    /// @param cumulative since the project began
    public record Week(String week, LocalDate from, Money collected, Money cumulative) {}

    public record Outstanding(
            UUID deal,
            String ticket,
            DealStage stage,
            String consultant,
            Money total,
            Money due,
            Money overdue,
            Money paid,
            Money outstanding) {}

    /// RFD-1: money that is owed back.
    ///
    /// @param payoutOn the day that finance set for a refund; left out where it is due at once
    public record Payable(
            UUID deal,
            String ticket,
            DealStage stage,
            String reason,
            Money payable,
            @Nullable LocalDate payoutOn) {}

    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}

    private static final String ENTRIES = """
            SELECT e.id, e.deal, e.what, e.counts_on, e.made_at, e.made_by, e.reverses,
                   p.account, p.deal AS posted_for, p.nature, p.debit, p.credit
            FROM (SELECT * FROM ledger_entry WHERE project = :project AND (:after IS NULL OR id > :after)
                  ORDER BY id LIMIT :rows) e
            JOIN posting p ON p.entry = e.id ORDER BY e.id, p.line""";
    private static final String BALANCES = """
            SELECT p.account, p.nature, sum(p.debit) AS debit, sum(p.credit) AS credit
            FROM posting p JOIN ledger_entry e ON e.id = p.entry WHERE e.project = :project
            GROUP BY p.account, p.nature ORDER BY p.account, p.nature""";
    private static final String WEEKS = """
            SELECT week, collected, sum(collected) OVER (ORDER BY week) AS cumulative FROM (
                SELECT date_trunc('week', e.counts_on)::date AS week, sum(p.debit - p.credit) AS collected
                FROM posting p JOIN ledger_entry e ON e.id = p.entry
                WHERE e.project = :project AND e.what IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'REVERSAL')
                  AND p.account IN ('CASH', 'POS', 'SUPERVISED_BANK')
                GROUP BY 1) weeks ORDER BY week""";
    private static final String OUTSTANDING = """
            SELECT d.id, d.ticket, d.stage, d.consultant,
                   coalesce(d.total, (SELECT sum(list_total) FROM deal_line l WHERE l.deal = d.id)) AS total,
                   coalesce(s.due, 0) AS due, coalesce(s.overdue, 0) AS overdue, coalesce(s.paid, d.deposit_total) AS paid
            FROM deal d LEFT JOIN LATERAL (
                SELECT sum(amount - paid) FILTER (WHERE due_on <= :today) AS due,
                       sum(amount - paid) FILTER (WHERE due_on < :today) AS overdue, sum(paid) AS paid
                FROM amount_due a WHERE a.deal = d.id) s ON true
            WHERE d.project = :project AND d.stage IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')
              AND (:after IS NULL OR d.id > :after) ORDER BY d.id LIMIT :rows""";
    private static final String PAYABLES = """
            SELECT d.id, d.ticket, d.stage, d.end_reason, p.payable, d.payout_on
            FROM (SELECT deal, sum(credit - debit) AS payable FROM posting WHERE account = 'REFUNDS_PAYABLE'
                  GROUP BY deal HAVING sum(credit - debit) > 0) p
            JOIN deal d ON d.id = p.deal
            WHERE d.project = :project AND (:after IS NULL OR d.id > :after) ORDER BY d.id LIMIT :rows""";

    @Inject
    Session database;

    @Inject
    OfficeClock clock;

    Page<Entry> entries(String project, PageRequest request) {
        var entries = new LinkedHashMap<UUID, Entry>();
        var rows = paged(ENTRIES, project, request)
                .addScalar("id", UUID.class)
                .addScalar("deal", UUID.class)
                .addScalar("what", String.class)
                .addScalar("counts_on", LocalDate.class)
                .addScalar("made_at", Instant.class)
                .addScalar("made_by", String.class)
                .addScalar("reverses", UUID.class)
                .addScalar("account", String.class)
                .addScalar("posted_for", UUID.class)
                .addScalar("nature", String.class)
                .addScalar("debit", BigDecimal.class)
                .addScalar("credit", BigDecimal.class)
                .getResultList();
        for (var row : rows) {
            entries.computeIfAbsent((UUID) row[0], id -> entry(id, row))
                    .postings()
                    .add(side(row));
        }
        return Page.of(List.copyOf(entries.values()), request, entry -> List.of(entry.id()));
    }

    List<Balance> balances(String project) {
        return of(BALANCES, project).getResultList().stream()
                .map(row -> new Balance(
                        Account.valueOf((String) row[0]),
                        Nature.valueOf((String) row[1]),
                        money(row[2]),
                        money(row[3]),
                        money(row[2]).minus(money(row[3]))))
                .toList();
    }

    List<Week> collections(String project, Period period) {
        return of(WEEKS, project)
                .addScalar("week", LocalDate.class)
                .addScalar("collected", BigDecimal.class)
                .addScalar("cumulative", BigDecimal.class)
                .getResultList()
                .stream()
                .map(row -> new Week(label((LocalDate) row[0]), (LocalDate) row[0], money(row[1]), money(row[2])))
                .filter(week ->
                        period.from() == null || !week.from().plusDays(6).isBefore(period.from()))
                .filter(week -> period.to() == null || !week.from().isAfter(period.to()))
                .toList();
    }

    Page<Outstanding> outstanding(String project, PageRequest request) {
        var found = paged(OUTSTANDING, project, request).setParameter("today", clock.today()).getResultList().stream()
                .map(row -> new Outstanding(
                        (UUID) row[0],
                        (String) row[1],
                        DealStage.valueOf((String) row[2]),
                        (String) row[3],
                        money(row[4]),
                        money(row[5]),
                        money(row[6]),
                        money(row[7]),
                        money(row[4]).minus(money(row[7]))))
                .toList();
        return Page.of(found, request, deal -> List.of(deal.deal()));
    }

    Page<Payable> payables(String project, PageRequest request) {
        var found = paged(PAYABLES, project, request)
                .addScalar("id", UUID.class)
                .addScalar("ticket", String.class)
                .addScalar("stage", String.class)
                .addScalar("end_reason", String.class)
                .addScalar("payable", BigDecimal.class)
                .addScalar("payout_on", LocalDate.class)
                .getResultList()
                .stream()
                .map(row -> new Payable(
                        (UUID) row[0],
                        (String) row[1],
                        DealStage.valueOf((String) row[2]),
                        (String) row[3],
                        money(row[4]),
                        (LocalDate) row[5]))
                .toList();
        return Page.of(found, request, payable -> List.of(payable.deal()));
    }

    private NativeQuery<Object[]> of(String sql, String project) {
        return database.createNativeQuery(sql, Object[].class).setParameter("project", project);
    }

    private NativeQuery<Object[]> paged(String sql, String project, PageRequest request) {
        return of(sql, project)
                .setParameter("after", request.afterId().orElse(null), StandardBasicTypes.UUID)
                .setParameter("rows", request.rows());
    }

    private static Entry entry(UUID id, Object[] row) {
        return new Entry(
                id,
                (UUID) row[1],
                Ledger.What.valueOf((String) row[2]),
                (LocalDate) row[3],
                (Instant) row[4],
                (String) row[5],
                (UUID) row[6],
                new ArrayList<>());
    }

    private static Side side(Object[] row) {
        return new Side(
                Account.valueOf((String) row[7]),
                (UUID) row[8],
                Nature.valueOf((String) row[9]),
                money(row[10]),
                money(row[11]));
    }

    private static String label(LocalDate monday) {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Money money(Object column) {
        return new Money((BigDecimal) column);
    }
}
