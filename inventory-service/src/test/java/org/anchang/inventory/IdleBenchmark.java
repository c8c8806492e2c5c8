package org.anchang.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anchang.test.OfficeBacking;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a service costs that nobody asks anything: commits a second, and processor time of itself and of the database.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class IdleBenchmark {
    private static final Logger LOG = Logger.getLogger(IdleBenchmark.class);
    private static final int SECONDS = 30;

    private record Spent(Duration here, Duration database, long commits) {}

    @Inject
    DataSource database;

    @Test
    @DisplayName("a service at rest")
    void atRest() throws SQLException, InterruptedException {
        // What has to be done after a start is done by then.
        TimeUnit.SECONDS.sleep(10);
        var before = spent();
        TimeUnit.SECONDS.sleep(SECONDS);
        var after = spent();
        LOG.infof(
                "at rest: %.1f commits/s, %.1f ms/s here, %.1f ms/s in the database",
                (after.commits() - before.commits()) / (double) SECONDS,
                after.here().minus(before.here()).toMillis() / (double) SECONDS,
                after.database().minus(before.database()).toMillis() / (double) SECONDS);
    }

    private Spent spent() throws SQLException {
        var ofDatabase = ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .filter(process -> process.command().orElse("").endsWith("postgres"))
                .map(process -> process.totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return new Spent(
                    ProcessHandle.current().info().totalCpuDuration().orElseThrow(), ofDatabase, row.getLong(1));
        }
    }
}
