package org.anchang.inventory.price.valuation;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.events.InventoryEvent.UnitPriceChanged;
import org.anchang.inventory.Statements;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;

/// INV-2: brings new prices into force and tells of each.
@ApplicationScoped
public class ChangingPrices {
    /// By whom and when.
    public record Author(String person, java.time.Instant at) {}

    private record Changed(UUID unit, BigDecimal unitPrice, BigDecimal total, int version) {}

    private static final String UNDER_WAY =
            "SELECT 1 FROM price_adjustment WHERE project = ? AND state = 'IN_PROGRESS' LIMIT 1";
    private static final String LOCK = "price list ";
    private static final int AT_ONCE = 1_000;

    @Inject
    Statements statements;

    @Inject
    Outbox outbox;

    /// Whoever changes prices of a project does so one after the other. None comes in between the slices of a change
    /// that is under way: it would find some of its units with the new price and some with the old one.
    ///
    /// @throws org.anchang.kit.problem.Refused CONFLICT_TRY_AGAIN while one is, which is for seconds
    public void lock(String project) {
        // Without waiting for the end of a slice, then once more with nobody in between.
        noneMustBeUnderWay(project);
        lockInAnyCase(project);
        noneMustBeUnderWay(project);
    }

    /// The same for whoever goes on with what is under way.
    public void lockInAnyCase(String project) {
        statements.row("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, LOCK + project);
    }

    /// @return whether nobody is at it
    public boolean tryLock(String project) {
        return statements
                .row(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        LOCK + project)
                .orElse(false);
    }

    /// Runs a statement that makes the newest price of units the one that counts, and tells UnitPriceChanged for
    /// each of them. Whatever their number, this process has a few at a time.
    ///
    /// @param change  answers with unit, unit price, total and version of the price
    /// @param project of all of them
    /// @return how many there were
    @Transactional(Transactional.TxType.MANDATORY)
    public int tell(String project, Author author, String change, Object... parameters) {
        var all = new AtomicInteger();
        statements.batches(
                AT_ONCE,
                changed -> {
                    all.addAndGet(changed.size());
                    outbox.appendAll(changed.stream()
                            .map(one -> new UnitPriceChanged(
                                    one.unit(),
                                    project,
                                    author.at(),
                                    one.unitPrice(),
                                    one.total(),
                                    one.version(),
                                    author.person()))
                            .toList());
                },
                change,
                row -> new Changed(
                        row.getObject(1, UUID.class), row.getBigDecimal(2), row.getBigDecimal(3), row.getInt(4)),
                parameters);
        return all.get();
    }

    private void noneMustBeUnderWay(String project) {
        refuseUnless(statements.rows(UNDER_WAY, _ -> true, project).isEmpty(), KitRefusal.CONFLICT_TRY_AGAIN);
    }
}
