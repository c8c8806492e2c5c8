package org.anchang.kit.inbox;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.anchang.kit.problem.DatabaseTrouble;
import org.jboss.logging.Logger;

/// How long events are read: until the service stops, and never against a database that does not answer. What fails
/// once the time is over fails because something is gone already; it says nothing about the event.
@ApplicationScoped
class ReadingTime {
    private static final Logger LOG = Logger.getLogger(ReadingTime.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final ReentrantReadWriteLock underWay = new ReentrantReadWriteLock();
    private volatile boolean over;

    /// At the first sign of a stop, while everything that a reader needs is there. Waits for nothing.
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        over = true;
    }

    /// Before anything that a reader needs is gone. Waits for what is under way.
    void end(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) throws InterruptedException {
        endOfWhatIsUnderWay();
    }

    void endOfWhatIsUnderWay() throws InterruptedException {
        over = true;
        if (underWay.writeLock().tryLock(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            underWay.writeLock().unlock();
        }
    }

    boolean isOver() {
        return over;
    }

    /// Whether a failure is nobody's fault, so that it must not count against the event.
    boolean excuses(RuntimeException failure) {
        return over || DatabaseTrouble.isOutOfReach(failure);
    }

    /// Does it, as often as the database does not answer.
    ///
    /// @return whether it is done; not so if the time is over
    boolean spendOn(Runnable work) {
        for (long pause = FIRST_PAUSE_MILLIS; !over; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            underWay.readLock().lock();
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                if (!excuses(e)) {
                    throw e;
                }
                LOG.debugf("The database does not answer; the event waits: %s", e.getMessage());
            } finally {
                underWay.readLock().unlock();
            }
            rest(pause);
        }
        return false;
    }

    /// Until the next attempt. Nobody but a shutdown interrupts.
    void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = true;
        }
    }
}
