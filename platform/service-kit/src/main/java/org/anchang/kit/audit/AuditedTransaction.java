package org.anchang.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;
import org.anchang.kit.identity.Caller;

/// SEC-2: tells the database, at the start of every transaction, who acts in it, so that the trigger on each
/// audited
/// table records the person also for native SQL. Nothing else writes the audit table, and nothing can alter it.
@ApplicationScoped
class AuditedTransaction {
    @Inject
    AgroalDataSource database;

    @Inject
    Caller caller;

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SQLException {
        var actor = Arc.container().requestContext().isActive() ? caller.name() : "system";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT set_config('anchang.actor', ?, true)")) {
            statement.setString(1, actor);
            statement.execute();
        }
    }
}
