package org.anchang.kit.snapshot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// See [Snapshot].
@Snapshot
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class SnapshotInterceptor {
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    @Inject
    AuditedTransaction transaction;

    @Inject
    Database database;

    @AroundInvoke
    @Nullable
    Object asOfOneMoment(InvocationContext invocation) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            // A command that answers like the GET beside it sees what it has just done.
            return invocation.proceed();
        }
        // The database takes the moment of the first question for all: it must hear of it before any.
        return transaction.tellingByItself(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    database.sql(ONE_MOMENT).write();
                    transaction.tellNow();
                    return invocation.proceed();
                }));
    }
}
