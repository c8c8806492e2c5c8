package org.anchang.kit.work;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/// Connections that come back from [LongWork] wait for the database no longer than all others.
@ApplicationScoped
@Unremovable
class UsualTimeout implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(UsualTimeout.class);

    private volatile int millis;

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            millis = connection.getNetworkTimeout();
        } catch (SQLException e) {
            LOG.debugf("A new connection is of no use: %s", e.getMessage());
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            if (connection.getNetworkTimeout() != millis) {
                connection.setNetworkTimeout(Runnable::run, millis);
            }
        } catch (SQLException e) {
            LOG.debugf("A connection that comes back is broken: %s", e.getMessage());
        }
    }
}
