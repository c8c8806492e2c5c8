package org.anchang.deal.payment;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipts;
import org.anchang.events.DealEvent.PaymentScheduleChanged;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Database;
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
    public record PaymentLine(
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
    public record Standing(
            List<PaymentLine> lines, Money total, Money due, Money overdue, Money paid, Money outstanding) {}

    /// A line that is not paid in full.
    private record Open(UUID id, Money outstanding) {}

    /// Of a receipt, what was put on one line.
    private record Part(UUID receipt, UUID line, Money amount) {}

    private record Added(
            UUID id,
            UUID deal,
            int position,
            String label,
            @Nullable LocalDate on,
            @Nullable String after,
            int days,
            Money amount) {}

    private record PaidLine(
            UUID id,
            String label,
            @Nullable LocalDate dueOn,
            @Nullable String dueAfter,
            Money amount,
            Money paid) {
        PaymentLine line(LocalDate today) {
            var outstanding = amount.minus(paid);
            var overdue = dueOn != null && dueOn.isBefore(today) && outstanding.isPositive();
            return new PaymentLine(id, label, dueOn, dueAfter, amount, paid, outstanding, overdue);
        }
    }

    private static final String END =
            "UPDATE schedule_line SET replaced_at = :now WHERE deal = :deal AND replaced_at IS NULL";
    private static final String ADD = """
            INSERT INTO schedule_line (id, deal, position, label, due_on, due_after, due_days, amount)
            VALUES (:id, :deal, :position, :label, :on, :after, :days, :amount)""";
    private static final String HAPPENED = """
            UPDATE schedule_line SET due_on = cast(:today AS date) + coalesce(due_days, 0)
            WHERE deal = :deal AND due_after = :event AND due_on IS NULL AND replaced_at IS NULL""";
    private static final String STANDING = """
            SELECT id, label, due_on, due_after, amount, paid FROM amount_due WHERE deal = :deal ORDER BY position""";
    private static final String OPEN = """
            SELECT id, amount - paid AS outstanding FROM amount_due WHERE deal = :deal AND amount > paid
            ORDER BY (label = 'LOAN') <> :loan, due_on NULLS LAST, position""";
    private static final String ALLOCATE =
            "INSERT INTO allocation (receipt, schedule_line, amount) VALUES (:receipt, :line, :amount)";

    @Inject
    Database database;

    @Inject
    Receipts receipts;

    @Inject
    OfficeClock clock;

    /// From now on this is what falls due.
    public PaymentScheduleChanged replace(Deal deal, List<Due> dues) {
        end(deal);
        var added = new ArrayList<Added>();
        for (var due : dues) {
            added.add(new Added(
                    Ids.next(),
                    deal.id(),
                    added.size() + 1,
                    due.label(),
                    due.on(),
                    due.after(),
                    due.days(),
                    due.amount()));
        }
        database.writeAll(ADD, added);
        return changed(deal);
    }

    /// Nothing falls due any more; what was paid stays on record.
    public void end(Deal deal) {
        database.sql(END).with("deal", deal.id()).with("now", clock.instant()).write();
    }

    /// An event that lines were waiting for has happened today.
    public PaymentScheduleChanged happened(Deal deal, String event) {
        database.sql(HAPPENED)
                .with("deal", deal.id())
                .with("event", event)
                .with("today", clock.today())
                .write();
        return changed(deal);
    }

    /// Puts a receipt on what is open: what falls due first, first.
    ///
    /// @throws org.anchang.kit.problem.Refused PAYMENT_EXCEEDS_OUTSTANDING
    public void allocate(Receipt receipt) {
        receipts.flush();
        var open = database.sql(OPEN)
                .with("deal", receipt.deal())
                .with("loan", receipt.nature() == Nature.LOAN)
                .rows(Open.class);
        var parts = new ArrayList<Part>();
        var rest = receipt.amount();
        for (var line : open) {
            var part = rest.isMoreThan(line.outstanding()) ? line.outstanding() : rest;
            if (part.isPositive()) {
                parts.add(new Part(receipt.id(), line.id(), part));
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            throw refuse(DealRefusal.PAYMENT_EXCEEDS_OUTSTANDING)
                    .with("outstanding", receipt.amount().minus(rest));
        }
        database.writeAll(ALLOCATE, parts);
    }

    public Standing standing(UUID deal) {
        var today = clock.today();
        // What is paid follows from the receipts that count.
        receipts.flush();
        var lines = database.sql(STANDING).with("deal", deal).rows(PaidLine.class).stream()
                .map(line -> line.line(today))
                .toList();
        return new Standing(
                lines,
                Money.sum(lines.stream().map(PaymentLine::amount).toList()),
                Money.sum(lines.stream()
                        .filter(line -> line.dueOn() != null && !line.dueOn().isAfter(today))
                        .map(PaymentLine::outstanding)
                        .toList()),
                Money.sum(lines.stream()
                        .filter(PaymentLine::overdue)
                        .map(PaymentLine::outstanding)
                        .toList()),
                Money.sum(lines.stream().map(PaymentLine::paid).toList()),
                Money.sum(lines.stream().map(PaymentLine::outstanding).toList()));
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
