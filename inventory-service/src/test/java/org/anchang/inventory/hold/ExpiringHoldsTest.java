package org.anchang.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ExpiringHoldsTest {
    private static final int OVERDUE = 2_000;
    private static final int WAITED_FOR = 100;
    private static final int SWEEPERS = 4;
    /// As an outage leaves them: units held, their time long over.
    private static final String OUTAGE = """
            UPDATE unit SET state = 'AVAILABLE' WHERE project = '%1$s';
            UPDATE unit SET state = 'HELD' WHERE project = '%1$s';
            INSERT INTO hold (id, unit, project, customer, consultant, price_version, held_at, started_at, expires_at)
            SELECT gen_random_uuid(), id, project, gen_random_uuid(), 'li.na', price_version, now(), now() - interval '2 hours',
                   now() - interval '1 hour' FROM unit WHERE project = '%1$s';
            INSERT INTO waiting_place (id, unit, project, customer, consultant, joined_at)
            SELECT gen_random_uuid(), u.id, u.project, gen_random_uuid(), 'wang.lei', now()
            FROM (SELECT * FROM unit WHERE project = '%1$s' ORDER BY id LIMIT %2$d) u, generate_series(1, 2)""";

    @Inject
    DataSource database;

    @Inject
    ExpiringHolds expiring;

    @Test
    @DisplayName(
            "INV-5 thousands of holds whose time was over during an outage end once each, many at a time, and whoever is"
                    + " next in line is told once, with several replicas at it")
    void afterAnOutage() throws Exception {
        var office = AnOffice.with(OVERDUE);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(OUTAGE.formatted(office.project, WAITED_FOR));
            connection.commit();
        }

        try (var replicas = Executors.newFixedThreadPool(SWEEPERS)) {
            for (var swept : replicas.invokeAll(IntStream.range(0, SWEEPERS)
                    .mapToObj(_ -> Executors.callable(this::sweep))
                    .toList())) {
                swept.get();
            }
        }

        await().until(() -> count("unit WHERE state = 'HELD' AND project", office) == 0);
        assertThat(count("unit WHERE state = 'AVAILABLE' AND project", office)).isEqualTo(OVERDUE);
        assertThat(count("hold WHERE ended_at IS NULL AND project", office)).isZero();
        assertThat(count(
                        "unit_history h JOIN hold ON hold.id = h.hold AND hold.unit = h.unit WHERE what = 'EXPIRE' AND h.project",
                        office))
                .isEqualTo(OVERDUE);
        assertThat(count("outbox WHERE type LIKE '%HoldExpired' AND project", office))
                .isEqualTo(OVERDUE);
        assertThat(count("outbox WHERE type LIKE '%NextInLineTold' AND project", office))
                .isEqualTo(WAITED_FOR);
        assertThat(count("waiting_place WHERE told = 1 AND project", office)).isEqualTo(WAITED_FOR);
        assertThat(count("(SELECT DISTINCT xmin, project FROM hold) ended WHERE project", office))
                .as("transactions that ended %d holds", OVERDUE)
                .isBetween(OVERDUE / 500, OVERDUE / 50);
    }

    private void sweep() {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            expiring.run();
        } finally {
            context.terminate();
        }
    }

    private int count(String what, AnOffice office) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM " + what + " = '" + office.project + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
