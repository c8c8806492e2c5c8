package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.List;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Topics;

/// FIN-2, in the books and in the events that carry them.
public final class LedgerBalances implements Check {
    @Override
    public String promise() {
        return "FIN-2 every ledger entry balances, in the books and in the events";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        evidence.rows("deal", """
                        SELECT e.id, coalesce(sum(p.debit - p.credit), 0) AS difference, count(p.line) AS lines
                        FROM ledger_entry e LEFT JOIN posting p ON p.entry = e.id
                        GROUP BY e.id HAVING coalesce(sum(p.debit - p.credit), 0) <> 0 OR count(p.line) < 2""")
                .forEach(row -> found.add("entry %s is out by %s over %s postings"
                        .formatted(row.text("id"), row.text("difference"), row.text("lines"))));
        Books.of(evidence.topics().once(Topics.of("deal")))
                .imbalances()
                .forEach((entry, difference) ->
                        found.add("entry %s of the events is out by %s".formatted(entry, difference)));
        return found;
    }
}
