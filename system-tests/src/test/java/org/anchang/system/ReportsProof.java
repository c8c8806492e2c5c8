package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.anchang.client.Person;
import org.anchang.office.Office;

/// RPT-3: what the reports say of a project, beside what its five databases say, each read plainly: to the unit and to
/// the cent.
final class ReportsProof {
    private static final String SINCE_EVER = "&from=2020-01-01&to=2090-12-31";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private record Expected(String report, String figure, String what, String database, String sql) {}

    private static final String COUNT = "count";
    private static final String AMOUNT = "amount";

    private static final Expected[] ALL = {
        new Expected("FUNNEL_COHORT", "CONTACTED", COUNT, "customer", """
                SELECT count(*) FROM customer WHERE project = ? AND merged_into IS NULL"""),
        new Expected("FUNNEL_COHORT", "VISITED", COUNT, "customer", """
                SELECT count(DISTINCT coalesce(c.merged_into, c.id)) FROM visit v JOIN customer c ON c.id = v.customer
                WHERE v.project = ?"""),
        new Expected("FUNNEL_COHORT", "REVISITED", COUNT, "customer", """
                SELECT count(*) FROM (SELECT 1 FROM visit v JOIN customer c ON c.id = v.customer WHERE v.project = ?
                                      GROUP BY coalesce(c.merged_into, c.id) HAVING count(*) > 1) again"""),
        new Expected("FUNNEL_COHORT", "CONTRACTED", COUNT, "deal", """
                SELECT count(DISTINCT standing_customer(d.customer)) FROM deal d JOIN contract c ON c.deal = d.id
                WHERE d.project = ?"""),
        new Expected("FUNNEL_CALENDAR", "TICKETED", COUNT, "deal", """
                SELECT count(*) FROM deal WHERE project = ? AND predecessor IS NULL"""),
        new Expected("FUNNEL_CALENDAR", "DEPOSITED", COUNT, "deal", """
                SELECT count(DISTINCT deal) FROM ledger_entry WHERE project = ? AND what = 'DEPOSIT'"""),
        new Expected("FUNNEL_CALENDAR", "CONTRACTED", COUNT, "deal", """
                SELECT count(DISTINCT deal) FROM contract WHERE project = ?"""),
        new Expected("FUNNEL_CALENDAR", "FILED", COUNT, "deal", """
                SELECT count(DISTINCT s.deal) FROM deal_stage s JOIN deal d ON d.id = s.deal
                WHERE d.project = ? AND s.to_stage = 'FILED'"""),
        new Expected("SELL_THROUGH", "RELEASED", COUNT, "inventory", """
                SELECT count(*) FROM unit WHERE project = ? AND state <> 'CLOSED'"""),
        new Expected("SELL_THROUGH", "SOLD", COUNT, "inventory", """
                SELECT count(*) FROM unit WHERE project = ? AND state IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')"""),
        new Expected("COLLECTIONS", "COLLECTED", AMOUNT, "deal", """
                SELECT sum(p.debit - p.credit) FROM posting p JOIN ledger_entry e ON e.id = p.entry
                WHERE e.project = ? AND e.what IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'REVERSAL')
                  AND p.account IN ('CASH', 'POS', 'SUPERVISED_BANK')"""),
        new Expected("FALLING_DUE", "OPEN", AMOUNT, "deal", """
                SELECT sum(a.amount - a.paid) FROM amount_due a JOIN deal d ON d.id = a.deal
                WHERE d.project = ? AND a.due_on IS NOT NULL"""),
        new Expected("FALLING_DUE", "PAID", AMOUNT, "deal", """
                SELECT sum(a.paid) FROM amount_due a JOIN deal d ON d.id = a.deal
                WHERE d.project = ? AND a.due_on IS NOT NULL"""),
        new Expected("OVERDUE", "OVERDUE", AMOUNT, "deal", """
                SELECT sum(a.amount - a.paid) FROM amount_due a JOIN deal d ON d.id = a.deal
                WHERE d.project = ? AND a.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date"""),
        new Expected("ENDINGS", "REFUNDED", COUNT, "deal", """
                SELECT count(*) FROM deal WHERE project = ? AND stage = 'REFUNDED'"""),
        new Expected("NOT_BUYING", "GIVEN_UP", COUNT, "customer", """
                SELECT count(*) FROM loss WHERE project = ? AND state = 'CONFIRMED'"""),
        new Expected("APPROVALS", "APPROVED", COUNT, "approval", """
                SELECT count(*) FROM approval WHERE project = ? AND state = 'APPROVED'"""),
        new Expected("APPROVALS", "REFUSED", COUNT, "approval", """
                SELECT count(*) FROM approval WHERE project = ? AND state = 'REFUSED'"""),
        new Expected("APPROVALS", "RUNNING", COUNT, "approval", """
                SELECT count(*) FROM approval WHERE project = ? AND state = 'RUNNING'"""),
        new Expected("RANKING", "RECEPTIONS", COUNT, "customer", """
                SELECT count(*) FROM visit WHERE project = ?"""),
        new Expected("RANKING", "COMMISSION", AMOUNT, "commission", """
                SELECT sum(amount) FROM commission_entry WHERE project = ? AND kind <> 'PAID'"""),
    };

    private ReportsProof() {}

    /// The office is at rest: what the services have said is read some time, and then both say the same.
    static void holds(Office office, Person manager, String project) throws SQLException {
        var expected = new TreeMap<String, BigDecimal>();
        for (var one : ALL) {
            expected.put(one.report() + " " + one.figure(), counted(office, one, project));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(manager, project)).isEqualTo(expected));
    }

    private static Map<String, BigDecimal> said(Person manager, String project) {
        var said = new TreeMap<String, BigDecimal>();
        for (var one : ALL) {
            var figures = manager.get("/reports/figures?project=%s&report=%s&by=%s%s"
                            .formatted(
                                    project,
                                    one.report(),
                                    one.report().equals("RANKING") ? "CONSULTANT" : "NONE",
                                    SINCE_EVER))
                    .done();
            var value = BigDecimal.ZERO.setScale(2);
            for (var figure : figures.at("items")) {
                if (figure.path("figure").asText().equals(one.figure()) && !figure.has("part")) {
                    value = new BigDecimal(figure.path(one.what()).asText()).setScale(2);
                }
            }
            said.put(one.report() + " " + one.figure(), value);
        }
        return said;
    }

    private static BigDecimal counted(Office office, Expected one, String project) throws SQLException {
        var auditor = office.auditor();
        try (var connection = DriverManager.getConnection(
                        office.postgres().jdbcUrl(one.database()), auditor.name(), auditor.password());
                var statement = connection.prepareStatement(one.sql())) {
            statement.setString(1, project);
            try (var rows = statement.executeQuery()) {
                rows.next();
                var value = rows.getBigDecimal(1);
                return (value == null ? BigDecimal.ZERO : value).setScale(2);
            }
        }
    }
}
