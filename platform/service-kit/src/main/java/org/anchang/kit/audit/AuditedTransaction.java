package org.anchang.kit.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// SEC-2: tells the database, at the start of every transaction, who acts in it, so that the trigger on each
/// audited table records the person also for native SQL. Nothing else writes the audit table, and nothing can alter
/// it.
@ApplicationScoped
public class AuditedTransaction {
    private static final String TELL = "SELECT set_config('anchang.actor', :actor, true)";
    private static final String TOLD = "anchang.actor";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final ThreadLocal<Boolean> tellsByItself = ThreadLocal.withInitial(() -> false);

    void begun(@Observes @Initialized(TransactionScoped.class) Object begun) {
        if (tellsByItself.get()) {
            tellsByItself.remove();
            transaction.putResource(TOLD, actor());
        } else {
            tell(actor());
        }
    }

    /// The transaction that begins next in `work` tells the database who acts with its first statement, which has
    /// `set_config('anchang.actor', :actor, true)` among its columns: a round trip less for the hottest commands.
    public <T extends @Nullable Object> T tellingByItself(Supplier<T> work) {
        tellsByItself.set(true);
        try {
            return work.get();
        } finally {
            tellsByItself.remove();
        }
    }

    /// Who acts, as the audit calls them.
    public String actor() {
        return Arc.container().requestContext().isActive() ? caller.actor() : "system";
    }

    /// From here on the transaction is the doing of who is the [Caller] now.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goesOnForCaller() {
        var actor = caller.actor();
        if (!actor.equals(transaction.getResource(TOLD))) {
            tell(actor);
        }
    }

    private void tell(String actor) {
        database.sql(TELL).with("actor", actor).one(String.class);
        transaction.putResource(TOLD, actor);
    }
}
