package org.anchang.audit.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anchang.audit.Evidence;
import org.anchang.audit.Row;
import org.jspecify.annotations.Nullable;

/// COM-3: who must have been paid what of an earned commission by now: by the plan's parts, the deal's stage and the
/// money in deal-service's books. A disputed one (COM-5) may lag behind; what is paid on it is still the sum on record.
final class Payouts {
    private static final BigDecimal WHOLE = new BigDecimal(100);
    /// Parts in the order in which they are worked out; the last one that a plan has takes the rest.
    private static final List<String> PARTS = List.of("AT_EARNING", "WITH_FILING", "WITH_COLLECTIONS");

    private final List<Row> commissions;
    /// By commission.
    private final Map<String, List<Row>> shares;

    private final Map<String, Row> plans = new HashMap<>();
    /// By commission and `consultant part`.
    private final Map<String, Map<String, BigDecimal>> paid = new HashMap<>();
    private final Map<String, BigDecimal> collected = new HashMap<>();

    private Payouts(Evidence evidence) {
        commissions = evidence.rows("commission", "SELECT * FROM commission");
        shares = evidence.rows("commission", "SELECT commission, consultant, amount FROM commission_share").stream()
                .collect(Collectors.groupingBy(row -> row.text("commission")));
        evidence.rows("commission", "SELECT * FROM plan").forEach(plan -> plans.put(plan.text("id"), plan));
        evidence.rows("commission", """
                        SELECT commission, consultant, part, sum(amount) AS paid FROM commission_entry
                        WHERE kind = 'PAID' GROUP BY commission, consultant, part""")
                .forEach(row -> paid.computeIfAbsent(row.text("commission"), _ -> new HashMap<>())
                        .put(row.text("consultant") + " " + row.text("part"), row.decimal("paid")));
        evidence.rows("deal", """
                        SELECT deal, sum(debit - credit) AS collected FROM posting
                        WHERE account IN ('CASH', 'POS', 'SUPERVISED_BANK') AND nature IN ('DEPOSIT', 'ADVANCE', 'PRICE', 'LOAN')
                        GROUP BY deal""").forEach(row -> collected.put(row.text("deal"), row.decimal("collected")));
    }

    static Payouts of(Evidence evidence) {
        return new Payouts(evidence);
    }

    /// @param deals by id: stage, total and successor
    void compare(Map<String, Row> deals, List<String> found) {
        for (var commission : commissions) {
            var id = commission.text("id");
            var actual = paid.getOrDefault(id, Map.of());
            var sum = actual.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(commission.decimal("paid")) != 0) {
                found.add("commission %s says %s are paid, its entries %s".formatted(id, commission.text("paid"), sum));
            }
            if (!commission.flag("disputed")) {
                compare(id, due(commission, deals), actual, found);
            }
        }
    }

    private static void compare(
            String commission, Map<String, BigDecimal> due, Map<String, BigDecimal> actual, List<String> found) {
        var lines = new TreeSet<>(due.keySet());
        lines.addAll(actual.keySet());
        for (var line : lines) {
            var expected = due.getOrDefault(line, BigDecimal.ZERO);
            var entered = actual.getOrDefault(line, BigDecimal.ZERO);
            if (expected.compareTo(entered) != 0) {
                found.add("commission %s, %s: the plan pays %s, the ledger %s"
                        .formatted(commission, line, expected, entered));
            }
        }
    }

    private Map<String, BigDecimal> due(Row commission, Map<String, Row> deals) {
        var deal = deals.get(commission.text("deal"));
        var due = new HashMap<String, BigDecimal>();
        if (deal == null || !commission.text("state").equals("EARNED")) {
            return due;
        }
        var plan = plans.get(commission.text("plan"));
        var filed = deal.text("stage").equals("FILED");
        var ofPrice = collectedOfChain(commission.text("chain"), deals);
        for (var share : shares.getOrDefault(commission.text("id"), List.of())) {
            var sizes = sizes(plan, share.decimal("amount"));
            for (int i = 0; i < PARTS.size(); i++) {
                var size = sizes[i];
                var out =
                        switch (PARTS.get(i)) {
                            case "AT_EARNING" -> size;
                            case "WITH_FILING" -> filed ? size : BigDecimal.ZERO;
                            default -> ofCollected(size, ofPrice, deal.decimal("total"));
                        };
                due.merge(share.text("consultant") + " " + PARTS.get(i), out, BigDecimal::add);
            }
        }
        return due;
    }

    private static BigDecimal[] sizes(@Nullable Row plan, BigDecimal share) {
        var percents = plan == null
                ? new BigDecimal[] {WHOLE, BigDecimal.ZERO, BigDecimal.ZERO}
                : new BigDecimal[] {
                    plan.decimal("payout_at_earning"),
                    plan.decimal("payout_with_filing"),
                    plan.decimal("payout_with_collections")
                };
        var last = percents[2].signum() > 0 ? 2 : percents[1].signum() > 0 ? 1 : 0;
        var sizes = new BigDecimal[PARTS.size()];
        var rest = share;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = i == last
                    ? rest
                    : share.multiply(percents[i]).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
            rest = rest.subtract(sizes[i]);
        }
        return sizes;
    }

    private static BigDecimal ofCollected(BigDecimal size, BigDecimal collected, BigDecimal total) {
        if (collected.compareTo(total) >= 0) {
            return size;
        }
        return size.multiply(collected.max(BigDecimal.ZERO)).divide(total, 2, RoundingMode.HALF_UP);
    }

    private BigDecimal collectedOfChain(String first, Map<String, Row> deals) {
        var sum = BigDecimal.ZERO;
        Set<String> seen = new HashSet<>();
        for (var id = first; !id.isEmpty() && seen.add(id); ) {
            sum = sum.add(collected.getOrDefault(id, BigDecimal.ZERO));
            var deal = deals.get(id);
            id = deal == null ? "" : deal.text("successor");
        }
        return sum;
    }
}
