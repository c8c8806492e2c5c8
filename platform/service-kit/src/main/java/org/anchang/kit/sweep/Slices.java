package org.anchang.kit.sweep;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The transactions of a [Sweep]: what is due is done slice by slice, so that what breaks off goes on
/// behind the last one. Nobody waits for an answer; where somebody does,
/// [org.anchang.kit.idempotency.Idempotent] and [org.anchang.kit.snapshot.Snapshot] open the transaction.
@ApplicationScoped
public class Slices {
    public <T extends @Nullable Object> T call(Callable<T> slice) {
        return QuarkusTransaction.requiringNew().call(slice);
    }

    public void run(Runnable slice) {
        QuarkusTransaction.requiringNew().run(slice);
    }

    /// One after the other, each in a transaction of its own, until one says that nothing is left.
    public void all(BooleanSupplier leavesSome) {
        while (QuarkusTransaction.requiringNew().call(leavesSome::getAsBoolean)) {
            // The next one.
        }
    }
}
