package org.anchang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.anchang.client.Office;
import org.anchang.client.Person;

/// RPT-1: the site manager's plan for the quarter of sales, by which its progress is measured.
final class SalesPlan {
    private static final String MANAGER = "chen.jing";
    private static final int PRICE_OF_A_HOME = 1_100_000;

    private final Office office;
    private final String address;

    SalesPlan(Office office, String project) {
        this.office = office;
        this.address = "/quarters/" + project;
    }

    /// From the season's opening to today.
    void enter(LocalDate opening) {
        var manager = office.person(MANAGER);
        var now = manager.get(address).done().text("quarter");
        var then = quarterOf(opening);
        enter(manager, now);
        if (!then.equals(now)) {
            enter(manager, then);
        }
    }

    private void enter(Person manager, String quarter) {
        var weeks = new ArrayList<Map<String, Object>>();
        for (var week : manager.get(address + "?quarter=" + quarter).done().at("weeks")) {
            // Brisk after the opening, then slower.
            var homes = Math.max(3, 9 - week.path("number").asInt() / 2);
            weeks.add(Map.of(
                    "from", week.path("from").asText(), "units", homes, "total", homes * PRICE_OF_A_HOME + ".00"));
        }
        manager.post(address + "/plan", Map.of("quarter", quarter, "weeks", weeks))
                .done();
    }

    private static String quarterOf(LocalDate day) {
        return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
    }
}
