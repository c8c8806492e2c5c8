package org.anchang.deal.payment;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.receipt.Receipt;
import org.anchang.events.DealEvent.PaymentScheduleChanged;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/// COL-1: what falls due when, and which receipts it was paid with. Exact at any time: nothing here is stored that
/// follows from something else.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaymentSchedule {
    /// The label of a mortgage's loan; loan money goes there first, all other money elsewhere first.
    public static final String LOAN = "LOAN";

    /// Something that falls due on a date, or so many days after an event.
    ///
    /// @param after the event, e.g. `LOAN_APPROVED`, where there is no date yet
    public record Due(
            String label, @Nullable LocalDate on, @Nullable String after, int days, Money amount) {
        public static Due on(LocalDate date, String label, Money amount) {
            return new Due(label, date, null, 0, amount);
        }
    }

    /// A line as it stands.
    public record Line(
            UUID id,
            String label,
            @Nullable LocalDate dueOn,
            @Nullable String dueAfter,
            Money amount,
            Money paid,
            Money outstanding,
            boolean overdue) {}

    /// @param due     of what has fallen due until today, the unpaid part
    /// @param overdue of what fell due before today, the unpaid part
    public record Standing(List<Line> lines, Money total, Money due, Money overdue, Money paid, Money outstanding) {}

    private static final String END =
            "UPDATE schedule_line SET replaced_at = ?2 WHERE deal = ?1 AND replaced_at IS NULL";
    private static final String ADD = """
            INSERT INTO schedule_line (id, deal, position, label, due_on, due_after, due_days, amount)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""";
    private static final String HAPPENED = """
            UPDATE schedule_line SET due_on = cast(?3 AS date) + coalesce(due_days, 0)
            WHERE deal = ?1 AND due_after = ?2 AND due_on IS NULL AND replaced_at IS NULL""";
    private static final String STANDING = """
            SELECT id, label, due_on, due_after, amount, paid FROM amount_due WHERE deal = ?1 ORDER BY position""";
    private static final String OPEN = """
            SELECT id, amount - paid FROM amount_due WHERE deal = ?1 AND amount > paid
            ORDER BY (label = 'LOAN') <> ?2, due_on NULLS LAST, position""";
    private static final String ALLOCATE =
            "INSERT INTO allocation (receipt, schedule_line, amount) VALUES (?1, ?2, ?3)";

    @Inject
    Session database;

    @Inject
    OfficeClock clock;

    /// From now on this is what falls due.
    public PaymentScheduleChanged replace(Deal deal, List<Due> dues) {
        end(deal);
        for (var position = 0; position < dues.size(); position++) {
            var due = dues.get(position);
            database.createNativeMutationQuery(ADD)
                    .setParameter(1, Ids.next())
                    .setParameter(2, deal.id())
                    .setParameter(3, position + 1)
                    .setParameter(4, due.label())
                    .setParameter(5, due.on(), StandardBasicTypes.LOCAL_DATE)
                    .setParameter(6, due.after(), StandardBasicTypes.STRING)
                    .setParameter(7, due.days())
                    .setParameter(8, due.amount().amount())
                    .executeUpdate();
        }
        return changed(deal);
    }

    /// Nothing falls due any more; what was paid stays on record.
    public void end(Deal deal) {
        database.createNativeMutationQuery(END)
                .setParameter(1, deal.id())
                .setParameter(2, clock.instant())
                .executeUpdate();
    }

    /// An event that lines were waiting for has happened today.
    public PaymentScheduleChanged happened(Deal deal, String event) {
        database.createNativeMutationQuery(HAPPENED)
                .setParameter(1, deal.id())
                .setParameter(2, event)
                .setParameter(3, clock.today())
                .executeUpdate();
        return changed(deal);
    }

    /// Puts a receipt on what is open: what falls due first, first.
    ///
    /// @throws org.anchang.kit.problem.Refused PAYMENT_EXCEEDS_OUTSTANDING
    public void allocate(Receipt receipt) {
        database.flush();
        var open = database.createNativeQuery(OPEN, Object[].class)
                .setParameter(1, receipt.deal())
                .setParameter(2, receipt.nature() == Nature.LOAN)
                .getResultList();
        var rest = receipt.amount();
        for (var line : open) {
            var most = new Money((BigDecimal) line[1]);
            var part = rest.isMoreThan(most) ? most : rest;
            if (part.isPositive()) {
                database.createNativeMutationQuery(ALLOCATE)
                        .setParameter(1, receipt.id())
                        .setParameter(2, line[0])
                        .setParameter(3, part.amount())
                        .executeUpdate();
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            throw refuse(DealRefusal.PAYMENT_EXCEEDS_OUTSTANDING)
                    .with("outstanding", receipt.amount().minus(rest));
        }
    }

    public Standing standing(UUID deal) {
        var today = clock.today();
        var lines = database
                .createNativeQuery(STANDING, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("label", String.class)
                .addScalar("due_on", LocalDate.class)
                .addScalar("due_after", String.class)
                .addScalar("amount", BigDecimal.class)
                .addScalar("paid", BigDecimal.class)
                .setParameter(1, deal)
                .getResultList()
                .stream()
                .map(row -> line(row, today))
                .toList();
        return new Standing(
                lines,
                Money.sum(lines.stream().map(Line::amount).toList()),
                Money.sum(lines.stream()
                        .filter(line -> line.dueOn() != null && !line.dueOn().isAfter(today))
                        .map(Line::outstanding)
                        .toList()),
                Money.sum(lines.stream()
                        .filter(Line::overdue)
                        .map(Line::outstanding)
                        .toList()),
                Money.sum(lines.stream().map(Line::paid).toList()),
                Money.sum(lines.stream().map(Line::outstanding).toList()));
    }

    private static Line line(Object[] row, LocalDate today) {
        var amount = new Money((BigDecimal) row[4]);
        var paid = new Money((BigDecimal) row[5]);
        var dueOn = (LocalDate) row[2];
        var outstanding = amount.minus(paid);
        return new Line(
                (UUID) row[0],
                (String) row[1],
                dueOn,
                (String) row[3],
                amount,
                paid,
                outstanding,
                dueOn != null && dueOn.isBefore(today) && outstanding.isPositive());
    }

    private PaymentScheduleChanged changed(Deal deal) {
        return new PaymentScheduleChanged(
                deal.id(),
                deal.project(),
                clock.instant(),
                standing(deal.id()).lines().stream()
                        .filter(line -> line.dueOn() != null)
                        .map(line -> new PaymentScheduleChanged.Due(
                                line.label(), line.dueOn(), line.amount().amount()))
                        .toList());
    }
}
