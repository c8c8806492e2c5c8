package org.anchang.inventory.opening.callup;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.kit.problem.DatabaseTrouble;
import org.jboss.logging.Logger;

/// INV-13: who does not appear in time loses the turn. Every replica looks each second and skips a day that another is
/// at; time in which none looked does not count.
@ApplicationScoped
class MissingTurns {
    private static final Logger LOG = Logger.getLogger(MissingTurns.class);

    @Inject
    CalledTickets called;

    @Inject
    CallingTickets calling;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void passOverAbsent() {
        try {
            calling.giveBackLostTime();
            called.daysWithAbsent().forEach(this::passOver);
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }

    private void passOver(UUID day) {
        try {
            calling.passOverAbsent(day);
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                LOG.errorf(e, "The absent of opening day %s cannot be passed over", day);
            }
        }
    }
}
