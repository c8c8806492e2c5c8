package org.anchang.inventory.hold.waiting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.problem.DatabaseTrouble;

/// INV-5: a turn that is over, unused, given up or let pass, goes on to the next in line. Every replica looks
/// each second and skips what another is at; after an outage what was missed is made up for in the first
/// second.
@ApplicationScoped
class PassingTurns {
    private static final int AT_ONCE = 500;

    @Inject
    WaitingLine line;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void passOnThoseThatAreOver() {
        try {
            int over;
            do {
                over = QuarkusTransaction.requiringNew().call(() -> line.passOn(AT_ONCE));
            } while (over == AT_ONCE);
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
        }
    }
}
