package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.List;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;

/// INV-4, seen from both sides: the holds of inventory and the lines of the deals.
public final class UnitsAreSoldOnce implements Check {
    @Override
    public String promise() {
        return "INV-4 a unit has at most one live hold and one live deal";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        evidence.rows(
                        "inventory",
                        "SELECT unit, count(*) AS holds FROM hold WHERE ended_at IS NULL GROUP BY unit HAVING count(*) > 1")
                .forEach(row -> found.add("unit %s has %s live holds".formatted(row.text("unit"), row.text("holds"))));
        evidence.rows("deal", """
                        SELECT l.unit, count(*) AS deals FROM deal_line l JOIN deal d ON d.id = l.deal
                        WHERE l.unit IS NOT NULL AND d.stage IN ('QUEUED', 'RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')
                        GROUP BY l.unit HAVING count(*) > 1""")
                .forEach(
                        row -> found.add("unit %s is in %s live deals".formatted(row.text("unit"), row.text("deals"))));
        evidence.rows("deal", """
                        SELECT d.id, d.stage, l.live FROM deal d JOIN deal_line l ON l.deal = d.id AND l.kind = 'HOME'
                        WHERE l.live <> (d.stage IN ('QUEUED', 'RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED'))""")
                .forEach(row -> found.add("deal %s is %s and its home is %s"
                        .formatted(
                                row.text("id"), row.text("stage"), row.flag("live") ? "still taken" : "given back")));
        return found;
    }
}
