package org.anchang.inventory.price.valuation;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.events.InventoryEvent.UnitPriceChanged;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;

/// INV-2: brings new prices into force and tells of each.
@ApplicationScoped
public class ChangingPrices {
    /// By whom and when.
    public record Author(String person, java.time.Instant at) {}

    private record Changed(UUID unit, BigDecimal unitPrice, BigDecimal listTotal, int priceVersion) {}

    private static final String UNDER_WAY =
            "SELECT count(*) > 0 FROM price_adjustment WHERE project = :project AND state = 'IN_PROGRESS'";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('price list ' || :project, 0))";
    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('price list ' || :project, 0))";
    private static final int AT_ONCE = 1_000;

    @Inject
    Database database;

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
        database.sql(LOCK).with("project", project).one(String.class);
    }

    /// @return whether nobody is at it
    public boolean tryLock(String project) {
        return database.sql(TRY_LOCK).with("project", project).one(Boolean.class);
    }

    /// Runs a statement that makes the newest price of units the one that counts, and tells UnitPriceChanged for
    /// each of them. Whatever their number, this process has a few at a time.
    ///
    /// @param change  answers with unit, unit_price, list_total and price_version
    /// @param project of all of them
    /// @return how many there were
    @Transactional(Transactional.TxType.MANDATORY)
    public int tell(String project, Author author, Statement change) {
        var all = new AtomicInteger();
        change.batches(AT_ONCE, Changed.class, changed -> {
            all.addAndGet(changed.size());
            outbox.appendAll(changed.stream()
                    .map(one -> new UnitPriceChanged(
                            one.unit(),
                            project,
                            author.at(),
                            one.unitPrice(),
                            one.listTotal(),
                            one.priceVersion(),
                            author.person()))
                    .toList());
        });
        return all.get();
    }

    private void noneMustBeUnderWay(String project) {
        refuseIf(database.sql(UNDER_WAY).with("project", project).one(Boolean.class), KitRefusal.CONFLICT_TRY_AGAIN);
    }
}
