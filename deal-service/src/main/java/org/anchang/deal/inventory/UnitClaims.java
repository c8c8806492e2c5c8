package org.anchang.deal.inventory;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.evidence.ClaimedUnit;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.deal.inventory.AskingInventory.HeldUnitOf;
import org.anchang.kit.Ids;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.sql.Database;

/// Units that were asked for at inventory on behalf of a deal.
///
/// Promise: what was asked for is written down, committed, before it is asked for; it is then either settled in the
/// transaction that makes use of it, or abandoned, which tells inventory to let go. The row's lock decides between
/// the two, so that no crash leaves a unit bound to a deal that knows nothing of it. A deal claims a hold once: what
/// was settled or abandoned is never asked for again.
@ApplicationScoped
public class UnitClaims {
    /// A claim that nobody settled in time.
    public record Abandoned(UUID id, UUID deal, String project, UUID unit, UUID hold) {}

    private static final String ASK = """
            INSERT INTO unit_claim AS c (id, deal, project, unit, hold) VALUES (:id, :deal, :project, :unit, :hold)
            ON CONFLICT (deal, hold) DO UPDATE SET asked_at = clock_timestamp()
            WHERE c.settled_at IS NULL AND c.abandoned_at IS NULL""";
    private static final String WAS_ABANDONED =
            "SELECT 1 FROM unit_claim WHERE deal = :deal AND hold = :hold AND abandoned_at IS NOT NULL";
    private static final String SETTLE = """
            UPDATE unit_claim SET settled_at = clock_timestamp()
            WHERE deal = :deal AND hold = :hold AND settled_at IS NULL AND abandoned_at IS NULL""";
    private static final String NEXT_ABANDONED = """
            SELECT min(asked_at) + make_interval(secs => %s) FROM unit_claim
            WHERE settled_at IS NULL AND abandoned_at IS NULL""";
    private static final String SWEEP = """
            UPDATE unit_claim SET abandoned_at = clock_timestamp()
            WHERE id IN (SELECT id FROM unit_claim WHERE settled_at IS NULL AND abandoned_at IS NULL
                           AND asked_at < clock_timestamp() - make_interval(secs => :seconds)
                         ORDER BY asked_at LIMIT 50 FOR UPDATE SKIP LOCKED)
            RETURNING id, deal, project, unit, hold""";

    @Inject
    Database database;

    @Inject
    AskingInventory holding;

    @Inject
    Asking asking;

    /// Binds a hold to the deal that wants its unit, at inventory. What it writes is committed at once, and no
    /// transaction waits for inventory.
    ///
    /// @throws org.anchang.kit.problem.Refused CLAIM_WAS_ABANDONED, HOLD_IS_NOT_LIVE where it was settled before,
    ///   or inventory's own refusal
    @Transactional(Transactional.TxType.NEVER)
    public HeldUnit claim(Wanted wanted) {
        asking.before(() -> written(wanted));
        return holding.claim(new HeldUnitOf(wanted.deal(), wanted.hold()));
    }

    /// A unit that a deal wants, under the hold that keeps it.
    public record Wanted(UUID deal, String project, UUID unit, UUID hold) {}

    /// Makes the claim part of this transaction: from now on the deal has the unit.
    ///
    /// @throws org.anchang.kit.problem.Refused CLAIM_WAS_ABANDONED if there is no open claim
    @Transactional(Transactional.TxType.MANDATORY)
    public ClaimedUnit settle(Wanted wanted) {
        var settled = database.sql(SETTLE)
                .with("deal", wanted.deal())
                .with("hold", wanted.hold())
                .write();
        refuseUnless(settled == 1, DealRefusal.CLAIM_WAS_ABANDONED);
        return new ClaimedUnit(wanted.deal(), wanted.unit(), wanted.hold());
    }

    /// SQL of the moment at which the next claim is abandoned.
    public static String nextAbandoned(Duration olderThan) {
        return NEXT_ABANDONED.formatted(olderThan.toMillis() / 1000.0);
    }

    /// Closes claims that were asked for this long ago and never settled; the caller tells inventory.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Abandoned> abandon(Duration olderThan) {
        return database.sql(SWEEP)
                .with("seconds", olderThan.toMillis() / 1000.0)
                .rows(Abandoned.class);
    }

    private int written(Wanted wanted) {
        var asked = database.sql(ASK).with("id", Ids.next()).with(wanted).write();
        if (asked == 0) {
            throw refuse(wasAbandoned(wanted) ? DealRefusal.CLAIM_WAS_ABANDONED : DealRefusal.HOLD_IS_NOT_LIVE);
        }
        return asked;
    }

    private boolean wasAbandoned(Wanted wanted) {
        return database.sql(WAS_ABANDONED)
                .with("deal", wanted.deal())
                .with("hold", wanted.hold())
                .row(Integer.class)
                .isPresent();
    }
}
