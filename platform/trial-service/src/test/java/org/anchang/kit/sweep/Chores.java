package org.anchang.kit.sweep;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicInteger;

/// The smallest sweep there can be.
@ApplicationScoped
class Chores implements Sweep {
    static final AtomicInteger RUNS = new AtomicInteger();
    static final AtomicInteger TO_FAIL = new AtomicInteger();

    @Inject
    EntityManager database;

    @Override
    public String nextDue() {
        return "SELECT min(due_at) FROM chore WHERE done_at IS NULL";
    }

    @Override
    public void run() {
        RUNS.incrementAndGet();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                    UPDATE chore SET done_at = clock_timestamp() WHERE done_at IS NULL AND due_at <= clock_timestamp()""").executeUpdate();
            if (TO_FAIL.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("as asked");
            }
        });
    }
}
