package org.anchang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.anchang.client.Office;
import org.anchang.client.Person;

/// What the office looks like at the end, as its managers read it.
final class ClosingTable {
    private record Line(int deals, BigDecimal sum) {
        static final Line NONE = new Line(0, BigDecimal.ZERO);

        Line with(BigDecimal total) {
            return new Line(deals + 1, sum.add(total));
        }

        Line and(Line other) {
            return new Line(deals + other.deals, sum.add(other.sum));
        }
    }

    private final Person siteManager;
    private final String project;

    ClosingTable(Office office, String project) {
        this.siteManager = office.person(Staff.SITE_MANAGER);
        this.project = project;
    }

    void print(Consumer<String> out) {
        var deals = new TreeMap<String, Line>();
        each(
                "/deals?project=" + project,
                deal -> deals.merge(
                        deal.path("stage").asText(),
                        Line.NONE.with(new BigDecimal(deal.path("price").asText("0"))),
                        Line::and));
        out.accept("%-14s %6s %20s".formatted("deals", "", "price, CNY"));
        deals.forEach((stage, line) -> out.accept(row(stage, line)));
        out.accept(row("all", deals.values().stream().reduce(Line.NONE, Line::and)));
        out.accept("%-14s %s".formatted("approvals", count("/approvals?project=" + project, "state")));
        out.accept("%-14s %s".formatted("units", count("/units?project=" + project, "state")));
        out.accept("%-14s %s".formatted("customers", count("/customers?project=" + project, "channel")));
        out.accept("%-14s %s".formatted("visits", count("/visits?project=" + project, "reason")));
        out.accept("%-14s %s".formatted("commissions", count("/commissions?project=" + project, "state")));
    }

    private static String row(String name, Line line) {
        return "%-14s %6d %,20.2f".formatted(name, line.deals(), line.sum());
    }

    private Map<String, Integer> count(String path, String member) {
        var counts = new TreeMap<String, Integer>();
        each(path, thing -> counts.merge(thing.path(member).asText(), 1, Integer::sum));
        return counts;
    }

    private void each(String path, Consumer<JsonNode> reader) {
        for (var cursor = ""; ; ) {
            var page = siteManager.get(path + "&limit=200" + cursor).done();
            page.at("items").forEach(reader);
            if (page.text("next").isEmpty()) {
                return;
            }
            cursor = "&cursor=" + page.text("next");
        }
    }
}
