package org.anchang.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.anchang.kit.live.Onlookers;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Carries committed events to Kafka.
///
/// A commit nudges the relay of its own process, so an idle relay sleeps and a busy one never waits. Work is split into
/// shards of aggregates; whoever publishes a shard holds its advisory lock for one batch, so any replica may publish
/// any shard and order per aggregate holds. The sweep finds within a second what a dead replica left behind, or what
/// failed.
@ApplicationScoped
public class Relay implements Sweep {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    @Inject
    OutboxBatch batch;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Onlookers onlookers;

    @ConfigProperty(name = "anchang.outbox.relay", defaultValue = "true")
    boolean enabled;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nudged = lock.newCondition();
    private final BitSet dirty = new BitSet();
    private volatile boolean stopping;
    private Thread thread = Thread.currentThread();

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").start(this::carry);
        }
    }

    /// After all who may still append, and before the pool is gone.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        var goesOn = enabled && !thread.join(LAST_WORDS);
        // What Kafka does not take fails now, so that its batch comes to its end.
        batch.close();
        if (goesOn) {
            thread.join(LAST_WORDS);
        }
    }

    @Override
    public String nextDue() {
        return "SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY shard, position LIMIT 1";
    }

    @Override
    public void run() {
        for (var shard : QuarkusTransaction.requiringNew().call(batch::waitingShards)) {
            nudge(shard);
        }
    }

    void nudgeAfterCommit(int shard) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    nudge(shard);
                    onlookers.somethingChanged();
                }
            }
        });
    }

    private void nudge(int shard) {
        lock.lock();
        try {
            dirty.set(shard);
            nudged.signal();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            nudged.signal();
        } finally {
            lock.unlock();
        }
    }

    private void carry() {
        while (!stopping) {
            try {
                var work = nextWork();
                if (!stopping) {
                    publish(work);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // The thread outlives anything: without it no event would leave this replica again.
                if (!stopping) {
                    LOG.warnf("Events wait, the outbox cannot be published now: %s", rootOf(e));
                    pause();
                }
            }
        }
    }

    /// The shards that were written to.
    private List<Integer> nextWork() throws InterruptedException {
        lock.lock();
        try {
            while (dirty.isEmpty() && !stopping) {
                nudged.await();
            }
            var work = dirty.stream().boxed().toList();
            dirty.clear();
            return work;
        } finally {
            lock.unlock();
        }
    }

    private void publish(List<Integer> work) {
        var outcome = QuarkusTransaction.requiringNew().timeout(60).call(() -> batch.publish(work));
        if (outcome.failure() != null) {
            throw new IllegalStateException(outcome.failure());
        }
        if (outcome.full()) {
            for (var shard : work) {
                nudge(shard);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
