package org.anchang.inventory.opening.callup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.Statements;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.opening.callup.Board.BuildingStock;
import org.anchang.inventory.opening.callup.Board.CalledNumber;
import org.anchang.inventory.opening.callup.Board.LayoutStock;
import org.anchang.inventory.opening.callup.Board.Stock;
import org.jspecify.annotations.Nullable;

/// INV-13: draws up the board of an opening day.
@ApplicationScoped
class Boards {
    private record Counted(
            UUID building, String name, @Nullable String layout, Stock stock) {}

    private record Count(TicketState state, int tickets) {}

    private static final Stock NONE = new Stock(0, 0, 0, 0);
    /// Each sum grows with every change of a ticket or unit: equal sums, equal boards.
    private static final String FINGERPRINT = """
            SELECT (SELECT count(*) || '-' || coalesce(sum(version), 0) FROM ticket WHERE day = ?)
                || '-' || (SELECT coalesce(sum(u.version), 0) FROM release_unit r JOIN unit u ON u.id = r.unit WHERE r.release = ?)""";
    private static final String CALLED = """
            SELECT number, desk, appear_until FROM ticket WHERE day = ? AND state = 'CALLED'
            ORDER BY called_at DESC, turn, behind LIMIT 100""";
    private static final String NEXT = """
            SELECT number FROM ticket WHERE day = ? AND state = 'WAITING' ORDER BY turn, behind LIMIT 20""";
    private static final String TICKETS = "SELECT state, count(*) FROM ticket WHERE day = ? GROUP BY state";
    private static final String STOCK = """
            SELECT b.id, b.name, u.layout, count(*),
                   count(*) FILTER (WHERE u.state IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED', 'WITHHELD')),
                   count(*) FILTER (WHERE u.state = 'HELD'),
                   count(*) FILTER (WHERE u.state IN ('CLOSED', 'AVAILABLE'))
            FROM release_unit r JOIN unit u ON u.id = r.unit JOIN building b ON b.id = u.building
            WHERE r.release = ? GROUP BY b.id, u.layout
            ORDER BY nullif(regexp_replace(b.name, '\\D', '', 'g'), '')::numeric NULLS LAST, b.name, u.layout""";

    @Inject
    Statements statements;

    String fingerprint(OpeningDay day) {
        return day.state() + "-"
                + statements
                        .row(FINGERPRINT, row -> row.getString(1), day.id(), day.release())
                        .orElse("");
    }

    Board of(OpeningDay day) {
        var buildings = buildings(day);
        return new Board(
                day.id(),
                day.project(),
                day.name(),
                day.state(),
                statements.rows(
                        CALLED,
                        row -> new CalledNumber(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        day.id()),
                statements.rows(NEXT, row -> row.getString(1), day.id()),
                tickets(day),
                buildings.stream().map(BuildingStock::units).reduce(NONE, Stock::and),
                buildings);
    }

    private Map<TicketState, Integer> tickets(OpeningDay day) {
        var counts = new EnumMap<TicketState, Integer>(TicketState.class);
        statements
                .rows(TICKETS, row -> new Count(TicketState.valueOf(row.getString(1)), row.getInt(2)), day.id())
                .forEach(count -> counts.put(count.state(), count.tickets()));
        return counts;
    }

    private List<BuildingStock> buildings(OpeningDay day) {
        var counted = statements.rows(
                STOCK,
                row -> new Counted(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        new Stock(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7))),
                day.release());
        return counted.stream()
                .collect(Collectors.groupingBy(Counted::building, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(layouts -> new BuildingStock(
                        layouts.getFirst().building(),
                        layouts.getFirst().name(),
                        layouts.stream().map(Counted::stock).reduce(NONE, Stock::and),
                        layouts.stream()
                                .map(one -> new LayoutStock(one.layout(), one.stock()))
                                .toList()))
                .toList();
    }
}
