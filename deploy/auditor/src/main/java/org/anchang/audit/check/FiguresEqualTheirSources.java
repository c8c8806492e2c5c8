package org.anchang.audit.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.jspecify.annotations.Nullable;

/// RPT-3: what reporting-service counts, by project and office day where there is one, is what the services have
/// themselves. (Visits are told as far as they were received here, CUS-8; so they are no figure to compare.)
public final class FiguresEqualTheirSources implements Check {
    /// The same figure as its owner has it and as reports read it: both with the columns `key` and `figure`.
    private record Figure(String name, String owner, String own, String reported) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "customers registered",
                    "customer",
                    "SELECT project || ' ' || (registered_at AT TIME ZONE 'Asia/Shanghai')::date AS key, count(*) AS figure"
                            + " FROM customer GROUP BY 1",
                    "SELECT project || ' ' || (registered_at AT TIME ZONE 'Asia/Shanghai')::date AS key, count(*) AS figure"
                            + " FROM seen_customer WHERE generation = current_generation() AND registered_at IS NOT NULL"
                            + " GROUP BY 1"),
            new Figure(
                    "customers given up",
                    "customer",
                    "SELECT project || ' ' || objection AS key, count(*) AS figure FROM loss WHERE state = 'CONFIRMED' GROUP BY 1",
                    "SELECT project || ' ' || objection AS key, count(*) AS figure FROM reported_loss GROUP BY 1"),
            new Figure(
                    "units by state",
                    "inventory",
                    "SELECT project || ' ' || state AS key, count(*) AS figure FROM unit WHERE state <> 'CLOSED' GROUP BY 1",
                    "SELECT project || ' ' || state AS key, count(*) AS figure FROM reported_unit WHERE state <> 'CLOSED'"
                            + " GROUP BY 1"),
            new Figure(
                    "contracts",
                    "deal",
                    "SELECT d.project || ' ' || (s.at AT TIME ZONE 'Asia/Shanghai')::date AS key, count(*) AS figure"
                            + " FROM deal_stage s JOIN deal d ON d.id = s.deal WHERE s.to_stage = 'CONTRACTED' GROUP BY 1",
                    "SELECT project || ' ' || (contract_at AT TIME ZONE 'Asia/Shanghai')::date AS key, count(*) AS figure"
                            + " FROM reported_deal WHERE contract_at IS NOT NULL GROUP BY 1"),
            new Figure(
                    "money collected",
                    "deal",
                    "SELECT e.project || ' ' || e.counts_on AS key, sum(p.debit - p.credit) AS figure"
                            + " FROM ledger_entry e JOIN posting p ON p.entry = e.id"
                            + " WHERE e.what IN ('DEPOSIT', 'PAYMENT', 'LOAN', 'REVERSAL')"
                            + " AND p.account IN ('CASH', 'POS', 'SUPERVISED_BANK') GROUP BY 1",
                    "SELECT project || ' ' || counts_on AS key, sum(amount) AS figure FROM reported_money GROUP BY 1"),
            new Figure(
                    "approvals by outcome",
                    "approval",
                    "SELECT project || ' ' || state AS key, count(*) AS figure FROM approval GROUP BY 1",
                    "SELECT project || ' ' || coalesce(outcome, 'RUNNING') AS key, count(*) AS figure FROM reported_approval"
                            + " GROUP BY 1"),
            new Figure(
                    "commission",
                    "commission",
                    "SELECT project || ' ' || consultant AS key, sum(amount) AS figure FROM commission_entry"
                            + " WHERE kind <> 'PAID' GROUP BY 1",
                    "SELECT project || ' ' || consultant AS key, sum(amount) AS figure FROM reported_share GROUP BY 1"));

    @Override
    public String promise() {
        return "RPT-3 the figures of reports equal what the services have themselves";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        for (var figure : FIGURES) {
            var reported = read(evidence, "reporting", figure.reported());
            read(evidence, figure.owner(), figure.own())
                    .forEach((key, own) -> compare(figure, key, own, reported.remove(key), found));
            reported.forEach((key, said) -> compare(figure, key, BigDecimal.ZERO, said, found));
        }
        return found;
    }

    private static Map<String, BigDecimal> read(Evidence evidence, String service, String sql) {
        var figures = new TreeMap<String, BigDecimal>();
        evidence.rows(service, sql).forEach(row -> figures.put(row.text("key"), new BigDecimal(row.text("figure"))));
        return figures;
    }

    private static void compare(
            Figure figure, String key, BigDecimal own, @Nullable BigDecimal reported, List<String> found) {
        var said = reported == null ? BigDecimal.ZERO : reported;
        if (own.compareTo(said) != 0) {
            found.add("%s of %s: %s-service has %s, reports say %s"
                    .formatted(figure.name(), key, figure.owner(), own, said));
        }
    }
}
