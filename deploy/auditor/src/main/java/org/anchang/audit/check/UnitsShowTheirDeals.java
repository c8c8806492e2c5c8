package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Row;

/// The state of a unit is the stage of the deal that has it; without a deal it is held by a hold, or free.
public final class UnitsShowTheirDeals implements Check {
    private static final Set<String> FREE = Set.of("CLOSED", "AVAILABLE", "WITHHELD");
    private static final Set<String> WITH_MONEY = Set.of("RESERVED", "SUBSCRIBED", "CONTRACTED", "FILED");

    @Override
    public String promise() {
        return "the sales-control table shows each unit at the stage of its live deal";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var deals = new HashMap<String, Row>();
        evidence.rows("deal", """
                        SELECT l.unit, d.id, d.stage, d.hold, d.project FROM deal d JOIN deal_line l ON l.deal = d.id AND l.unit IS NOT NULL
                        WHERE d.stage IN ('QUEUED', 'RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')""").forEach(row -> deals.put(row.text("unit"), row));
        var found = new ArrayList<String>();
        for (var unit : evidence.rows("inventory", """
                SELECT u.id, u.label, u.state, u.project, h.id AS hold, h.deal FROM unit u
                LEFT JOIN hold h ON h.unit = coalesce(u.attached_to, u.id) AND h.ended_at IS NULL""")) {
            compare(unit, deals, found);
        }
        return found;
    }

    private static void compare(Row unit, Map<String, Row> deals, List<String> found) {
        var deal = deals.remove(unit.text("id"));
        var stage = deal == null ? "none" : deal.text("stage");
        var state = unit.text("state");
        var name = "%s (%s) is %s".formatted(unit.text("label"), unit.text("id"), state);
        if (WITH_MONEY.contains(stage) || WITH_MONEY.contains(state)) {
            if (deal == null || !stage.equals(state)) {
                found.add("%s, its deal %s".formatted(name, stage));
            } else if (!unit.text("deal").equals(deal.text("id"))) {
                found.add("%s for deal %s, but the deal is %s".formatted(name, unit.text("deal"), deal.text("id")));
            } else if (!unit.text("project").equals(deal.text("project"))) {
                found.add(
                        "%s in project %s, its deal in %s".formatted(name, unit.text("project"), deal.text("project")));
            }
        } else if (state.equals("HELD") != unit.has("hold")) {
            found.add(name + (unit.has("hold") ? " and has a hold" : " and nobody holds it"));
        } else if (deal != null && stage.equals("QUEUED") && FREE.contains(state)) {
            found.add(name + ", but a ticket stands on it: " + deal.text("id"));
        }
    }
}
