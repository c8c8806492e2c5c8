package org.anchang.deal;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/// The statements that the service sends to its database.
@PersistenceUnitExtension
@Singleton
public class SeenStatements implements StatementInspector {
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static volatile boolean watching;

    @Override
    public String inspect(String statement) {
        if (watching) {
            SEEN.add(statement);
        }
        return statement;
    }

    /// How often a table was read while `command` ran.
    public static long readsOf(String table, Runnable command) {
        SEEN.clear();
        watching = true;
        try {
            command.run();
        } finally {
            watching = false;
        }
        return SEEN.stream()
                .filter(statement -> statement.matches("(?is).*\\b(from|join)\\s+" + table + "\\b.*"))
                .count();
    }
}
