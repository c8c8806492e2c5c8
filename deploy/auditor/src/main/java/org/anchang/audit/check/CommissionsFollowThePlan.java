package org.anchang.audit.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Row;

/// COM-2 … COM-5: the plan applied to the deals once more, with code of its own.
///
/// A commission follows a chain of deals; the deal at its end says what was sold and for how much.
public final class CommissionsFollowThePlan implements Check {
    @Override
    public String promise() {
        return "COM-3 COM-4 commissions and payouts equal the plan applied to the deals, and shares add up to the whole";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        var deals = new HashMap<String, Row>();
        evidence.rows("deal", """
                        SELECT d.id, d.stage, d.total, d.successor, l.product_type FROM deal d
                        JOIN deal_line l ON l.deal = d.id AND l.kind = 'HOME'""").forEach(row -> deals.put(row.text("id"), row));
        var earned = new HashMap<String, BigDecimal>();
        evidence.rows("commission", """
                        SELECT commission, sum(amount) AS earned FROM commission_entry WHERE kind <> 'PAID' GROUP BY commission""").forEach(row -> earned.put(row.text("commission"), row.decimal("earned")));
        var commissioned = new HashMap<String, Row>();
        for (var commission : evidence.rows("commission", "SELECT * FROM commission")) {
            commissioned.put(commission.text("deal"), commission);
            compare(evidence, commission, deals.get(commission.text("deal")), earned, found);
        }
        deals.values().stream()
                .filter(deal -> deal.text("stage").equals("CONTRACTED")
                        || deal.text("stage").equals("FILED"))
                .filter(deal -> !commissioned.containsKey(deal.text("id")))
                .forEach(deal -> found.add("deal %s is %s and nobody has a commission on it"
                        .formatted(deal.text("id"), deal.text("stage"))));
        shares(evidence, found);
        Payouts.of(evidence).compare(deals, found);
        return found;
    }

    private static void compare(
            Evidence evidence,
            Row commission,
            @org.jspecify.annotations.Nullable Row deal,
            Map<String, BigDecimal> earned,
            List<String> found) {
        var name = "commission %s on deal %s".formatted(commission.text("id"), commission.text("deal"));
        if (deal == null) {
            found.add(name + ": there is no such deal");
            return;
        }
        var stage = deal.text("stage");
        var isEarned = commission.has("plan")
                && (stage.equals("FILED")
                        || stage.equals("CONTRACTED")
                                && commission.text("earned_when").equals("SIGNED"));
        var expected = isEarned ? byPlan(evidence, commission, deal) : BigDecimal.ZERO;
        var actual = earned.getOrDefault(commission.text("id"), BigDecimal.ZERO);
        if (actual.compareTo(expected) != 0) {
            found.add("%s (%s): the plan says %s, the ledger %s".formatted(name, stage, expected, actual));
        }
        if (commission.text("state").equals("EARNED") != isEarned) {
            found.add("%s is %s, the deal %s".formatted(name, commission.text("state"), stage));
        }
    }

    /// The rate of the most particular line that covers the deal, on its total.
    private static BigDecimal byPlan(Evidence evidence, Row commission, Row deal) {
        return evidence
                .rows(
                        "commission",
                        "SELECT * FROM plan_line WHERE plan = ?",
                        java.util.UUID.fromString(commission.text("plan")))
                .stream()
                .filter(line ->
                        !line.has("product_type") || line.text("product_type").equals(deal.text("product_type")))
                .filter(line -> line.decimal("from_total").compareTo(deal.decimal("total")) <= 0)
                .max(java.util.Comparator.<Row, Boolean>comparing(line -> line.has("product_type"))
                        .thenComparing(line -> line.decimal("from_total")))
                .map(line -> deal.decimal("total")
                        .multiply(line.decimal("rate"))
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }

    private static void shares(Evidence evidence, List<String> found) {
        evidence.rows("commission", """
                        SELECT c.id, c.amount, sum(s.amount) AS shared, sum(s.percent) AS percent
                        FROM commission c JOIN commission_share s ON s.commission = c.id
                        WHERE c.state <> 'REVERSED' GROUP BY c.id, c.amount HAVING c.amount <> sum(s.amount) OR sum(s.percent) <> 100""")
                .forEach(row -> found.add("commission %s over %s is shared out as %s (%s %%)"
                        .formatted(row.text("id"), row.text("amount"), row.text("shared"), row.text("percent"))));
    }
}
