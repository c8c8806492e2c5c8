package org.anchang.commission.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.commission.PaidOut;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CommissionEvent.CommissionAdjusted;
import org.anchang.events.CommissionEvent.CommissionEarned;
import org.anchang.events.CommissionEvent.CommissionPaid;
import org.anchang.events.CommissionEvent.CommissionReversed;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// COM-4: the ledger and the events say the same, line by line: this is the one place where either is made.
@ApplicationScoped
public class Ledger {
    record Month(String project, String consultant, YearMonth month) {
        LocalDate first() {
            return month.atDay(1);
        }

        LocalDate last() {
            return month.atEndOfMonth();
        }
    }

    private static final String COLUMNS =
            "id, commission, project, deal, consultant, kind, part, amount, reason, plan_version, counts_on, made_at";
    private static final String ENTER = "INSERT INTO commission_entry (" + COLUMNS + ")" + """
             VALUES (:id, :commission, :project, :deal, :consultant, :kind, :part, :amount, :reason, :planVersion,
                     :countsOn, :madeAt)""";
    private static final String ENTERED = "SELECT " + COLUMNS + " FROM commission_entry WHERE ";
    private static final String OF_MONTH = ENTERED + """
            project = :project AND consultant = :consultant AND counts_on BETWEEN :first AND :last
            AND (CAST(:at AS timestamptz) IS NULL OR recorded_at <= :at) ORDER BY id""";
    private static final String PAID_OUT = ENTERED + "commission = :commission AND kind = 'PAID' ORDER BY id";
    private static final String FROZEN = """
            SELECT DISTINCT c.id FROM unnest(CAST(:ids AS uuid[])) AS asked (id)
            CROSS JOIN LATERAL commission_as_of(asked.id, CAST(:at AS timestamptz)) c WHERE c.disputed OR c.contested""";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /// Adds a line for each share of the event, and tells it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(CommissionEvent event) {
        switch (event) {
            case CommissionEarned earned ->
                add(
                        earned,
                        new Entry.Voucher(EntryKind.EARNED, earned.deal(), "", earned.planVersion()),
                        earned.shares());
            case CommissionAdjusted adjusted ->
                add(
                        adjusted,
                        new Entry.Voucher(EntryKind.ADJUSTED, adjusted.deal(), adjusted.reason(), null),
                        adjusted.shares());
            case CommissionReversed reversed ->
                add(
                        reversed,
                        new Entry.Voucher(EntryKind.REVERSED, reversed.deal(), reversed.reason(), null),
                        reversed.shares());
            case CommissionPaid paid ->
                add(
                        paid,
                        new Entry.Voucher(
                                EntryKind.PAID, paid.deal(), Objects.requireNonNullElse(paid.reason(), ""), null),
                        paid.shares());
            case CommissionEvent.Unknown unknown -> throw new IllegalArgumentException(unknown.type());
        }
        outbox.append(event);
    }

    /// COM-3: what has been paid out of a commission and not taken back.
    public PaidOut paidOut(UUID commission) {
        var amounts = new LinkedHashMap<PaidOut.Line, Money>();
        database.sql(PAID_OUT)
                .with("commission", commission)
                .rows(Entry.class)
                .forEach(entry -> amounts.merge(
                        new PaidOut.Line(entry.consultant(), Objects.requireNonNull(entry.part())),
                        entry.amount(),
                        Money::plus));
        return new PaidOut(amounts);
    }

    /// SEC-1: a consultant's own lines only.
    Map<UUID, List<Entry>> entriesOf(Collection<UUID> commissions, Scope scope) {
        var conditions = new Conditions(scope.on("project", "consultant"), scope.parameters())
                .and("commission = ANY (:commissions)", commissions);
        return database
                .sql(ENTERED + conditions + " ORDER BY id")
                .with(conditions.parameters())
                .rows(Entry.class)
                .stream()
                .collect(Collectors.groupingBy(Entry::commission));
    }

    /// @param at AOF-1: those that had been entered at that moment; all, where there is none
    List<Entry> entriesOf(Month month, @Nullable Instant at) {
        return database.sql(OF_MONTH)
                .with("project", month.project())
                .with("consultant", month.consultant())
                .with("first", month.first())
                .with("last", month.last())
                .with("at", at)
                .rows(Entry.class);
    }

    /// COM-5: those of the commissions that were disputed at a moment, or whose customer was.
    Set<UUID> frozen(List<UUID> commissions, Instant at) {
        return Set.copyOf(
                database.sql(FROZEN).with("ids", commissions).with("at", at).rows(UUID.class));
    }

    private void add(CommissionEvent event, Entry.Voucher voucher, List<CommissionEvent.Share> shares) {
        database.writeAll(
                ENTER,
                shares.stream()
                        .filter(share -> share.amount().signum() != 0)
                        .map(share -> Entry.of(event, voucher, share))
                        .toList());
    }
}
