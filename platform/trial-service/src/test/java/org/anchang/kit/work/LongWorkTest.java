package org.anchang.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LongWorkTest {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('long work', 0))";

    @Inject
    LongWork longWork;

    @Inject
    DataSource database;

    @Test
    @DisplayName("long work has limits of its own; whoever has its connection next has the usual ones, also where it"
            + " failed")
    void limits() throws SQLException {
        var connections = longWork.call(() -> List.of(process(), shown("statement_timeout"), shown("lock_timeout")));
        var longest = longWork.call(this::networkTimeout);

        assertThat(connections.subList(1, 3)).containsExactly("10min", "20s");
        assertThat(longest).isEqualTo(605_000);
        assertUsual(connections.getFirst());
        assertThatThrownBy(() -> longWork.call(() -> {
                    throw new IllegalStateException(process());
                }))
                .satisfies(failure -> assertUsual(failure.getMessage()));
        assertThat(longWork.inSlices(this::networkTimeout)).isEqualTo(30_000);
        try (var alone = database.getConnection()) {
            longWork.mayTakeLong(alone);
            assertThat(alone.getNetworkTimeout()).isEqualTo(605_000);
        }
        assertThat(networkTimeout()).isEqualTo(30_000);
    }

    @Test
    @DisplayName("a statement that the database ends for its time, and a lock that is waited for in vain, are no fault")
    void givingUp() throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            asked(other, LOCK);

            assertThatThrownBy(() -> longWork.call(() -> {
                        asked("SET LOCAL lock_timeout = '10ms'");
                        return asked(LOCK);
                    }))
                    .matches(failure -> DatabaseTrouble.in(failure) == KitRefusal.CONFLICT_TRY_AGAIN);
            assertThatThrownBy(() -> longWork.call(() -> {
                        asked("SET LOCAL statement_timeout = '10ms'");
                        return asked(LOCK);
                    }))
                    .matches(failure -> DatabaseTrouble.in(failure) == KitRefusal.TEMPORARILY_UNAVAILABLE);
            other.rollback();
        }
    }

    /// Somebody else may have the connection in between: it is asked for until it comes.
    private void assertUsual(String connection) {
        await().pollInSameThread().until(() -> QuarkusTransaction.requiringNew().call(() -> {
            assertThat(List.of(shown("statement_timeout"), shown("lock_timeout")))
                    .containsExactly("0", "0");
            assertThat(networkTimeout()).isEqualTo(30_000);
            return process().equals(connection);
        }));
    }

    private String process() throws SQLException {
        return asked("SELECT pg_backend_pid()::text");
    }

    private String shown(String setting) throws SQLException {
        return asked("SHOW " + setting);
    }

    private int networkTimeout() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    private String asked(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            return asked(connection, sql);
        }
    }

    private static String asked(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }
}
