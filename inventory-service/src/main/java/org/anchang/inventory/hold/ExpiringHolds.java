package org.anchang.inventory.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldExpired;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jboss.logging.Logger;

/// INV-5: ends holds whose time is over, within the second. What another replica is at is skipped.
@ApplicationScoped
class ExpiringHolds implements Sweep {
    private static final Logger LOG = Logger.getLogger(ExpiringHolds.class);
    private static final int AT_ONCE = 500;

    @Inject
    Slices slices;

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    WaitingLine line;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Override
    public String nextDue() {
        return Holds.NEXT_EXPIRES;
    }

    @Override
    public void run() {
        slices.all(() -> endSome() == AT_ONCE);
    }

    /// As many statements for many holds as for one.
    private int endSome() {
        var expired = holds.endExpired(AT_ONCE);
        if (expired.isEmpty()) {
            return 0;
        }
        var moved = units.moveHeld(UnitMove.EXPIRE, expired);
        var freed = moved.stream().map(Units.Moved::unit).collect(Collectors.toSet());
        expired.keySet().stream()
                .filter(unit -> !freed.contains(unit))
                .forEach(unit -> LOG.errorf("INV-3 unit %s had a hold and was not HELD", unit));
        outbox.appendAll(moved.stream().map(one -> told(one, expired)).toList());
        line.tellNext(freed);
        return expired.size();
    }

    /// INV-11: what was attached had no hold of its own.
    private InventoryEvent told(Units.Moved moved, Map<UUID, UUID> expired) {
        var hold = expired.get(moved.unit());
        return hold == null
                ? units.stateChanged(moved, UnitMove.EXPIRE, Cause.of(null))
                : new HoldExpired(
                        moved.unit(),
                        moved.project(),
                        clock.instant(),
                        moved.from().told(),
                        moved.to().told(),
                        hold);
    }
}
