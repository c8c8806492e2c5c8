package org.anchang.commission.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
import org.anchang.kit.sql.Database;

/// COM-4: the ledger and the events say the same, line by line: this is the one place where either is made.
@ApplicationScoped
public class Ledger {
    /// Whose month.
    record Month(String project, String consultant, YearMonth month) {
        LocalDate first() {
            return month.atDay(1);
        }

        LocalDate last() {
            return month.atEndOfMonth();
        }
    }

    private static final String ENTERED = """
            SELECT * FROM commission_entry WHERE project = :project AND consultant = :consultant
                AND counts_on BETWEEN :first AND :last AND recorded_at <= :at ORDER BY id""";
    private static final String FROZEN = """
            SELECT DISTINCT c.id FROM unnest(CAST(:ids AS uuid[])) AS asked (id)
            CROSS JOIN LATERAL commission_as_of(asked.id, CAST(:at AS timestamptz)) c WHERE c.disputed OR c.contested""";

    @Inject
    EntityManager database;

    @Inject
    Database sql;

    @Inject
    Outbox outbox;

    /// Adds a line for each share of the event, and tells it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(CommissionEvent event) {
        switch (event) {
            case CommissionEarned earned ->
                add(
                        earned,
                        new Entry.Occasion(EntryKind.EARNED, earned.deal(), "", earned.planVersion()),
                        earned.shares());
            case CommissionAdjusted adjusted ->
                add(
                        adjusted,
                        new Entry.Occasion(EntryKind.ADJUSTED, adjusted.deal(), adjusted.reason(), null),
                        adjusted.shares());
            case CommissionReversed reversed ->
                add(
                        reversed,
                        new Entry.Occasion(EntryKind.REVERSED, reversed.deal(), reversed.reason(), null),
                        reversed.shares());
            case CommissionPaid paid ->
                add(
                        paid,
                        new Entry.Occasion(
                                EntryKind.PAID, paid.deal(), Objects.requireNonNullElse(paid.reason(), ""), null),
                        paid.shares());
            case CommissionEvent.Unknown unknown -> throw new IllegalArgumentException(unknown.type());
        }
        outbox.append(event);
    }

    /// COM-3: what has been paid out of a commission and not taken back.
    public PaidOut paidOut(UUID commission) {
        var amounts = new LinkedHashMap<PaidOut.Line, Money>();
        database.createQuery("from Entry where commission = ?1 and kind = PAID order by id", Entry.class)
                .setParameter(1, commission)
                .getResultStream()
                .forEach(entry -> amounts.merge(
                        new PaidOut.Line(entry.consultant(), Objects.requireNonNull(entry.part())),
                        entry.amount(),
                        Money::plus));
        return new PaidOut(amounts);
    }

    /// SEC-1: a consultant's own lines only.
    Map<UUID, List<Entry>> entriesOf(Collection<UUID> commissions, Scope scope) {
        var query = database.createQuery(
                        "from Entry where commission in (:commissions) and " + scope.on("project", "consultant")
                                + " order by id",
                        Entry.class)
                .setParameter("commissions", commissions);
        scope.parameters().forEach(query::setParameter);
        return query.getResultStream().collect(Collectors.groupingBy(Entry::commission));
    }

    List<Entry> entriesOf(Month month) {
        return database.createQuery(
                        "from Entry where project = ?1 and consultant = ?2 and countsOn between ?3 and ?4 order by id",
                        Entry.class)
                .setParameter(1, month.project())
                .setParameter(2, month.consultant())
                .setParameter(3, month.first())
                .setParameter(4, month.last())
                .getResultList();
    }

    /// AOF-1: those that had been entered at a moment.
    List<Entry> entriesOf(Month month, Instant at) {
        @SuppressWarnings("unchecked") // a native query knows no type
        List<Entry> found = database.createNativeQuery(ENTERED, Entry.class)
                .setParameter("project", month.project())
                .setParameter("consultant", month.consultant())
                .setParameter("first", month.first())
                .setParameter("last", month.last())
                .setParameter("at", at)
                .getResultList();
        return found;
    }

    /// COM-5: those of the commissions that were disputed at a moment, or whose customer was.
    Set<UUID> frozen(List<UUID> commissions, Instant at) {
        return Set.copyOf(
                sql.sql(FROZEN).with("ids", commissions).with("at", at).rows(UUID.class));
    }

    private void add(CommissionEvent event, Entry.Occasion occasion, List<CommissionEvent.Share> shares) {
        shares.stream()
                .filter(share -> share.amount().signum() != 0)
                .forEach(share -> database.persist(Entry.of(event, occasion, share)));
    }
}
