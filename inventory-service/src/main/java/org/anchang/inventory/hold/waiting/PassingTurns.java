package org.anchang.inventory.hold.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;

/// INV-5: a turn that is over, unused, given up or let pass, goes on to the next in line. What
/// another replica is at is skipped.
@ApplicationScoped
class PassingTurns implements Sweep {
    private static final int AT_ONCE = 500;

    @Inject
    Slices slices;

    @Inject
    WaitingLine line;

    @Override
    public String nextDue() {
        return WaitingLine.NEXT_TURN_OVER;
    }

    @Override
    public void run() {
        slices.all(() -> line.passOn(AT_ONCE) == AT_ONCE);
    }
}
