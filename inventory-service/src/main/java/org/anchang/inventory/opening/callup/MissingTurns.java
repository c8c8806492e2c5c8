package org.anchang.inventory.opening.callup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.inventory.opening.TicketQueue;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jboss.logging.Logger;

/// INV-13: who does not appear in time loses the turn. While a day runs every replica looks each second, and skips a
/// day that another is at; time in which none looked does not count.
@ApplicationScoped
class MissingTurns implements Sweep {
    private static final Logger LOG = Logger.getLogger(MissingTurns.class);

    @Inject
    Slices slices;

    @Inject
    TicketQueue queue;

    @Inject
    CallingTickets calling;

    @Override
    public String nextDue() {
        return TicketQueue.NEXT_LOOK;
    }

    @Override
    public void run() {
        slices.run(calling::giveBackLostTime);
        queue.daysWithAbsent().forEach(this::passOver);
    }

    private void passOver(UUID day) {
        try {
            slices.run(() -> calling.passOverAbsent(day));
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                LOG.errorf(e, "The absent of opening day %s cannot be passed over", day);
            }
        }
    }
}
