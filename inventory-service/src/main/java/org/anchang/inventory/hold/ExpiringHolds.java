package org.anchang.inventory.hold;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.events.InventoryEvent.HoldExpired;
import org.anchang.inventory.Cause;
import org.anchang.inventory.UnitMove;
import org.anchang.inventory.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.DatabaseTrouble;
import org.jboss.logging.Logger;

/// INV-5: ends holds whose time is over. Every replica looks each second and skips what another is at; after an
/// outage
/// what was missed is ended in the first seconds.
@ApplicationScoped
class ExpiringHolds {
    private static final Logger LOG = Logger.getLogger(ExpiringHolds.class);
    private static final int AT_ONCE = 100;

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endThoseWhoseTimeIsOver() {
        try {
            int ended;
            do {
                ended = QuarkusTransaction.requiringNew().call(this::endSome);
            } while (ended == AT_ONCE);
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }

    private int endSome() {
        var expired = holds.endExpired(AT_ONCE);
        for (var hold : expired) {
            units.move(UnitMove.EXPIRE, hold.unit(), Cause.ofHold(hold.hold(), null))
                    .ifPresentOrElse(
                            moved -> tell(moved, hold),
                            () -> LOG.errorf("INV-3 unit %s had a hold and was not HELD", hold.unit()));
        }
        return expired.size();
    }

    private void tell(Units.Moved moved, Holds.Ended hold) {
        outbox.append(new HoldExpired(
                moved.unit(),
                moved.project(),
                clock.instant(),
                moved.from().told(),
                moved.to().told(),
                hold.hold()));
    }
}
