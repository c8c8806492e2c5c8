package org.anchang.kit.work;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Work on whole tables, such as a price list of 100,000 rows: on a slow database it takes longer than commands
/// usually may, for a good reason. Its limits are said here and nowhere else.
///
/// Promise: the whole of it may take `anchang.long-work.limit`, and each of its statements too, which the database
/// itself ends then; whoever waits for a lock longer than `anchang.long-work.wait` gives up (409
/// CONFLICT_TRY_AGAIN). Everything else keeps the limits of the pool and of transactions.
@ApplicationScoped
public class LongWork {
    private static final String LIMITS =
            "SELECT set_config('statement_timeout', :limit, true) || set_config('lock_timeout', :wait, true)";
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    /// What the database ends by itself is not taken for a database that is gone.
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Inject
    AgroalDataSource connections;

    @Inject
    Database database;

    @Inject
    AuditedTransaction transaction;

    @ConfigProperty(name = "anchang.long-work.limit")
    Duration limit;

    @ConfigProperty(name = "anchang.long-work.wait")
    Duration wait;

    /// Does it in a transaction of its own.
    public <T> T call(Callable<T> work) {
        return inSlices(() -> {
            begin();
            return work.call();
        });
    }

    /// Does it in a transaction of its own that may take as long, and whose statements may not: work that is cut
    /// into short ones notices a database that is gone as soon as any other.
    public <T> T inSlices(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(limit.plus(GRACE).toSeconds()))
                .call(work);
    }

    /// Reads in a transaction of its own that sees one moment and may take as long; its statements may not.
    public <T> T readingOneMoment(Callable<T> work) {
        return transaction.tellingByItself(() -> inSlices(() -> {
            // The database takes the moment of the first question for all: it must hear of it before any.
            database.sql(ONE_MOMENT).write();
            transaction.tellNow();
            return work.call();
        }));
    }

    /// Does it in a transaction of its own.
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Lets the statements of a connection take that long, until it is back in the pool.
    public void mayTakeLong(Connection connection) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(limit.plus(GRACE).toMillis()));
    }

    /// All statements of a transaction are sent over the one connection.
    private void begin() throws SQLException {
        try (var connection = connections.getConnection()) {
            mayTakeLong(connection);
        }
        database.sql(LIMITS)
                .with("limit", limit.toMillis() + "ms")
                .with("wait", wait.toMillis() + "ms")
                .one(String.class);
    }
}
