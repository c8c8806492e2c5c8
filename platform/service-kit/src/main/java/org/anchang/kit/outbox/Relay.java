package org.anchang.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Carries committed events to Kafka.
///
/// A commit nudges the relay of its own process, so an idle relay sleeps and a busy one never waits. Work is
/// split into
/// shards of aggregates; whoever publishes a shard holds its advisory lock for one batch, so any replica may
/// publish
/// any shard and order per aggregate holds. A sweep every second finds what a dead replica left behind.
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long SWEEP_MILLIS = 1_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    @Inject
    OutboxBatch batch;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @ConfigProperty(name = "anchang.outbox.shards")
    int shards;

    @ConfigProperty(name = "anchang.outbox.relay", defaultValue = "true")
    boolean enabled;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nudged = lock.newCondition();
    private boolean[] dirty = new boolean[0];
    private volatile boolean stopping;
    private Thread thread = Thread.currentThread();

    void start(@Observes StartupEvent event) {
        dirty = new boolean[shards];
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (enabled) {
            thread.interrupt();
            thread.join(5_000);
        }
        batch.close();
    }

    void nudgeAfterCommit(int shard) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    nudge(shard);
                }
            }
        });
    }

    private void nudge(int shard) {
        lock.lock();
        try {
            if (shard < dirty.length) {
                dirty[shard] = true;
                nudged.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                publish(nextWork());
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

    /// The shards that were written to, or all of them when nobody nudged for a while.
    private boolean[] nextWork() throws InterruptedException {
        lock.lock();
        try {
            var remaining = java.util.concurrent.TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS);
            while (noneDirty() && remaining > 0) {
                remaining = nudged.awaitNanos(remaining);
            }
            if (noneDirty()) {
                return new boolean[0];
            }
            var work = dirty;
            dirty = new boolean[shards];
            return work;
        } finally {
            lock.unlock();
        }
    }

    private void publish(boolean[] work) {
        var shardsToDo = work.length == 0
                ? QuarkusTransaction.requiringNew().call(batch::waitingShards)
                : OutboxBatch.numbersOf(work);
        if (shardsToDo.length == 0) {
            return;
        }
        var outcome = QuarkusTransaction.requiringNew().timeout(60).call(() -> batch.publish(shardsToDo));
        if (outcome.failure() != null) {
            throw new IllegalStateException(outcome.failure());
        }
        if (outcome.full()) {
            for (var shard : shardsToDo) {
                nudge(shard);
            }
        }
    }

    private boolean noneDirty() {
        for (var shard : dirty) {
            if (shard) {
                return false;
            }
        }
        return true;
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
