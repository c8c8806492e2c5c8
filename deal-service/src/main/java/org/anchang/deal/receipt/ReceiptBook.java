package org.anchang.deal.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.receipt.Receipt.Content;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.events.DealEvent.ReceiptExchanged;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// DEP-5: the project's receipt book.
///
/// Promise: numbers have no gaps and are never used again. The number is taken under the row lock of the
/// book in the transaction that takes the money: it exists if and only if the money does.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReceiptBook {
    /// A book as it stands.
    ///
    /// @param keeper DEP-5: who keeps the book; left out until somebody is named
    public record Book(
            UUID id,
            String project,
            String prefix,
            @Nullable String keeper,
            @Nullable Instant keptSince,
            int last,
            int valid,
            int voided,
            int exchanged) {}

    /// The number that is next.
    private record Leaf(UUID id, int last, String prefix) {}

    private static final String OPEN = """
            INSERT INTO receipt_book (id, project, prefix, last) VALUES (:id, :project, :prefix, 0)
            ON CONFLICT (project) DO NOTHING""";
    private static final String KEEP =
            "UPDATE receipt_book SET keeper = :keeper, kept_since = :since WHERE project = :project";
    private static final String NEXT =
            "UPDATE receipt_book SET last = last + 1 WHERE project = :project RETURNING id, last, prefix";
    private static final String BOOKS = """
            SELECT b.id, b.project, b.prefix, b.keeper, b.kept_since, b.last,
                   count(*) FILTER (WHERE r.state = 'VALID') AS valid,
                   count(*) FILTER (WHERE r.state = 'VOIDED') AS voided,
                   count(*) FILTER (WHERE r.state = 'EXCHANGED') AS exchanged
            FROM receipt_book b LEFT JOIN receipt r ON r.book = b.id WHERE b.project = :project GROUP BY b.id""";

    @Inject
    Database database;

    @Inject
    Receipts receipts;

    @Inject
    Slips slips;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    record BookKeeper(String project, String name) {}

    /// From now on this person keeps the book; the audit trail knows who did before.
    void keptBy(BookKeeper keeper) {
        open(keeper.project());
        database.sql(KEEP)
                .with("project", keeper.project())
                .with("keeper", keeper.name())
                .with("since", clock.instant())
                .write();
    }

    /// How the project's book stands; none before its first receipt or keeper.
    List<Book> books(String project) {
        return database.sql(BOOKS).with("project", project).rows(Book.class);
    }

    /// Writes the next receipt.
    ///
    /// @throws org.anchang.kit.problem.Refused SLIP_USED_ALREADY
    public Receipt issue(Deal deal, Content content) {
        // Under the lock of the book, so that of two on one slip the later one sees the earlier.
        var number = next(deal.project());
        var because = content.method() == null ? null : slips.mayBeUsed(deal.project(), content.method());
        var receipt =
                Receipt.issued(deal, number, content, new Receipt.Writing(caller.name(), clock.instant(), because));
        receipts.persist(receipt);
        return receipt;
    }

    /// Takes back all valid receipts of `from` and issues one over their sum for `to` (the same deal at
    /// signing, its successor at a swap). No money moves, nothing counts as collected.
    public Receipt exchange(Deal from, Deal to, ReceiptKind issued) {
        var takenBack = receipts.validOf(from.id());
        var sum = Money.sum(takenBack.stream().map(Receipt::amount).toList());
        var nature = issued == ReceiptKind.PURCHASE ? Nature.PRICE : Nature.DEPOSIT;
        var receipt = issue(to, new Content(issued, nature, sum, null, null, null));
        receipts.flush();
        takenBack.forEach(old -> old.exchangedFor(receipt, caller.name(), clock.instant()));
        outbox.append(new ReceiptExchanged(
                to.id(),
                to.project(),
                clock.instant(),
                takenBack.stream().map(Receipt::number).toList(),
                receipt.number(),
                sum.amount()));
        return receipt;
    }

    /// Takes back all valid receipts of a deal that has ended; they stay with the reason.
    public List<Receipt> takeBack(Deal deal, String reason) {
        var takenBack = receipts.validOf(deal.id());
        takenBack.forEach(receipt -> receipt.voided(reason, caller.name(), clock.instant()));
        return takenBack;
    }

    /// A book opens with what is written in it first.
    private void open(String project) {
        database.sql(OPEN)
                .with("id", Ids.next())
                .with("project", project)
                .with("prefix", project.toUpperCase(Locale.ROOT))
                .write();
    }

    private Receipt.Number next(String project) {
        open(project);
        var leaf = database.sql(NEXT).with("project", project).one(Leaf.class);
        return new Receipt.Number(leaf.id(), leaf.last(), "%s-%06d".formatted(leaf.prefix(), leaf.last()));
    }
}
