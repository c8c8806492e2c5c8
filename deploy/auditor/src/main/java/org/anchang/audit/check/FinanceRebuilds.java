package org.anchang.audit.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Topics;

/// FIN-2: what the finance system outside would know is what deal-service's books say.
public final class FinanceRebuilds implements Check {
    @Override
    public String promise() {
        return "FIN-2 the ledger rebuilt from deal-events alone equals the live one to the cent";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var rebuilt = new TreeMap<>(
                Books.of(evidence.topics().once(Topics.of("deal"))).balances());
        var found = new ArrayList<String>();
        for (var row : evidence.rows("deal", """
                SELECT deal, account, nature, sum(debit - credit) AS balance FROM posting GROUP BY deal, account, nature""")) {
            var line = Books.line(row.text("deal"), row.text("account"), row.text("nature"));
            var fromEvents = rebuilt.getOrDefault(line, BigDecimal.ZERO);
            rebuilt.remove(line);
            if (fromEvents.compareTo(row.decimal("balance")) != 0) {
                found.add("%s: the books say %s, the events %s".formatted(line, row.text("balance"), fromEvents));
            }
        }
        rebuilt.forEach((line, balance) -> {
            if (balance.signum() != 0) {
                found.add("%s: the events say %s, the books nothing".formatted(line, balance));
            }
        });
        return found;
    }
}
