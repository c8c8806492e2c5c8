package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.anchang.audit.Audit;
import org.anchang.office.Office;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/// The auditor must not only be silent when all is well: each kind of tampering with the rows is found, and an office
/// put back in order is clean again. It has the office to itself: what others do meanwhile would be on its way. It is
/// the first that has, while there is little to read each time, and begins with whatever those before it have left.
@ExtendWith(RunningOffice.class)
@Isolated
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditorTest {
    private Office office;

    @BeforeAll
    void someSales(Office running) throws Exception {
        office = running;
        try (var floor = new SalesFloor(running, "audited").open(PriceLists.made("排练", 1, 6, 4))) {
            floor.subscribed(floor.liNa);
            floor.contracted(floor.wangLei, Papers.lumpSum());
        }
        isInOrder();
    }

    /// What one of the others did not put back would be found here.
    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("FIN-2 an office put back in order is clean again")
    void mended() throws Exception {
        isInOrder();
    }

    @Test
    @DisplayName("INV-4 a unit whose state was altered by hand is found")
    void tamperedUnit() throws Exception {
        found(
                "inventory",
                "UPDATE unit SET state = 'AVAILABLE' WHERE id = (SELECT id FROM unit WHERE state = 'SUBSCRIBED' ORDER BY id LIMIT 1)",
                "UPDATE unit SET state = 'SUBSCRIBED' WHERE id = (SELECT u.id FROM unit u JOIN hold h ON h.unit = u.id"
                        + " WHERE h.ended_at IS NULL AND h.deal IS NOT NULL AND u.state = 'AVAILABLE' LIMIT 1)",
                "sales-control");
    }

    @Test
    @DisplayName("DEP-5 FIN-2 a receipt whose amount was altered by hand is found")
    void tamperedReceipt() throws Exception {
        found(
                "deal",
                "UPDATE receipt SET amount = amount + 1 WHERE id = (SELECT id FROM receipt ORDER BY id LIMIT 1)",
                "UPDATE receipt SET amount = amount - 1 WHERE id = (SELECT id FROM receipt ORDER BY id LIMIT 1)",
                "receipts");
    }

    @Test
    @DisplayName("DEP-3 a contract that was signed on less than its order form's deposit is found")
    void tamperedDeposit() throws Exception {
        found(
                "deal",
                "UPDATE order_form SET deposit = deposit + 1 WHERE state = 'TAKEN_BACK'",
                "UPDATE order_form SET deposit = deposit - 1 WHERE state = 'TAKEN_BACK'",
                "order forms");
    }

    @Test
    @DisplayName("FIN-2 an event row that was altered by hand is found")
    void tamperedEvent() throws Exception {
        found(
                "deal",
                "UPDATE outbox SET payload = replace(payload, '\"5000.00\"', '\"5000.01\"')"
                        + " WHERE id = (SELECT id FROM outbox WHERE type = 'DepositTaken'"
                        + " AND payload LIKE '%\"5000.00\"%' ORDER BY position LIMIT 1)",
                "UPDATE outbox SET payload = replace(payload, '\"5000.01\"', '\"5000.00\"')"
                        + " WHERE type = 'DepositTaken' AND payload LIKE '%\"5000.01\"%'",
                "event");
    }

    @Test
    @DisplayName("an event row that was removed by hand is found, the first of its aggregate and the last")
    void removedEvent() throws Exception {
        execute("deal", "CREATE TABLE removed_event (LIKE outbox)");
        try {
            for (var order : List.of("position", "position DESC")) {
                found(
                        "deal",
                        "WITH gone AS (DELETE FROM outbox WHERE position = (SELECT position FROM outbox ORDER BY "
                                + order + " LIMIT 1) RETURNING *) INSERT INTO removed_event SELECT * FROM gone",
                        "WITH back AS (DELETE FROM removed_event RETURNING *)"
                                + " INSERT INTO outbox OVERRIDING SYSTEM VALUE SELECT * FROM back",
                        "event");
            }
        } finally {
            execute("deal", "DROP TABLE removed_event");
        }
    }

    @Test
    @DisplayName("a count of events that was altered by hand is found")
    void tamperedCount() throws Exception {
        found(
                "deal",
                "UPDATE outbox_stream SET last = last + 1 WHERE aggregate = (SELECT aggregate FROM outbox ORDER BY position LIMIT 1)",
                "UPDATE outbox_stream SET last = last - 1 WHERE aggregate = (SELECT aggregate FROM outbox ORDER BY position LIMIT 1)",
                "event");
    }

    @Test
    @DisplayName("COM-3 a payout that was altered by hand is found")
    void tamperedPayout() throws Exception {
        var payout = " WHERE id = (SELECT id FROM commission_entry WHERE kind = 'PAID' ORDER BY id LIMIT 1)";
        found(
                "commission",
                "UPDATE commission_entry SET amount = amount + 1" + payout,
                "UPDATE commission_entry SET amount = amount - 1" + payout,
                "payouts");
    }

    @Test
    @DisplayName(
            "RPT-3 a figure of a report that was altered by hand is found, and a stream that was not read to its end")
    void tamperedFigure() throws Exception {
        var money = " WHERE entry = (SELECT min(entry::text)::uuid FROM seen_money)";
        found(
                "reporting",
                "UPDATE seen_money SET amount = amount + 0.01" + money,
                "UPDATE seen_money SET amount = amount - 0.01" + money,
                "figures of reports");
        var read = " WHERE topic = 'deal-events' AND aggregate = (SELECT min(aggregate::text)::uuid FROM inbox_position"
                + " WHERE topic = 'deal-events')";
        found(
                "reporting",
                "UPDATE inbox_position SET last = last - 1" + read,
                "UPDATE inbox_position SET last = last + 1" + read,
                "every reader");
    }

    private void found(String service, String tamper, String mend, String promise) throws Exception {
        change(service, tamper);
        try {
            assertThat(Audit.now(RunningOffice.addresses(office), promise).values())
                    .anyMatch(differences -> !differences.isEmpty());
        } finally {
            change(service, mend);
        }
    }

    private void isInOrder() throws Exception {
        assertThat(Audit.of(RunningOffice.addresses(office)))
                .allSatisfy((promise, differences) ->
                        assertThat(differences).as(promise).isEmpty());
    }

    private void change(String service, String sql) throws SQLException {
        assertThat(execute(service, sql)).isPositive();
    }

    /// As somebody with the database's password would, past every trigger.
    private int execute(String service, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        office.postgres().jdbcUrl(service),
                        office.postgres().user(),
                        office.postgres().password());
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            return statement.executeUpdate(sql);
        }
    }
}
