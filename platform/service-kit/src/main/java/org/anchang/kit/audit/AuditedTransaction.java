package org.anchang.kit.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

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

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        tell(Arc.container().requestContext().isActive() ? caller.actor() : "system");
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
