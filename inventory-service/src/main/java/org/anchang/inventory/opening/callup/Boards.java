package org.anchang.inventory.opening.callup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.opening.callup.Board.BuildingStock;
import org.anchang.inventory.opening.callup.Board.CalledNumber;
import org.anchang.inventory.opening.callup.Board.LayoutStock;
import org.anchang.inventory.opening.callup.Board.Stock;
import org.anchang.kit.sql.Database;
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
            SELECT (SELECT count(*) || '-' || coalesce(sum(version), 0) FROM ticket WHERE day = :day) || '-' || (
                SELECT coalesce(sum(u.version), 0) FROM release_stock r JOIN unit_standing u ON u.id = r.unit WHERE r.release = :release)""";
    private static final String CALLED = """
            SELECT number, desk, appear_until FROM ticket WHERE day = :day AND state = 'CALLED'
            ORDER BY called_at DESC, turn, behind LIMIT 100""";
    private static final String NEXT = """
            SELECT number FROM ticket WHERE day = :day AND state = 'WAITING' ORDER BY turn, behind LIMIT 20""";
    private static final String TICKETS =
            "SELECT state, count(*) AS tickets FROM ticket WHERE day = :day GROUP BY state";
    private static final String STOCK = """
            SELECT b.building, b.name, u.layout, count(*) FILTER (WHERE u.state <> 'WITHHELD') AS units,
                   count(*) FILTER (WHERE u.state IN ('RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED')) AS sold,
                   count(*) FILTER (WHERE u.state = 'HELD') AS held,
                   count(*) FILTER (WHERE u.state IN ('CLOSED', 'AVAILABLE')) AS "left"
            FROM release_stock r JOIN unit_standing u ON u.id = r.unit
            JOIN project_building b ON b.project = u.project AND b.building = u.building
            WHERE r.release = :release GROUP BY b.building, b.name, u.layout
            ORDER BY nullif(regexp_replace(b.name, '\\D', '', 'g'), '')::numeric NULLS LAST, b.name, u.layout""";

    @Inject
    Database database;

    String fingerprint(OpeningDay day) {
        return day.state() + "-"
                + database.sql(FINGERPRINT)
                        .with("day", day.id())
                        .with("release", day.release())
                        .one(String.class);
    }

    Board of(OpeningDay day) {
        var buildings = buildings(day);
        return new Board(
                day.id(),
                day.project(),
                day.name(),
                day.state(),
                database.sql(CALLED).with("day", day.id()).rows(CalledNumber.class),
                database.sql(NEXT).with("day", day.id()).rows(String.class),
                tickets(day),
                buildings.stream().map(BuildingStock::units).reduce(NONE, Stock::and),
                buildings);
    }

    private Map<TicketState, Integer> tickets(OpeningDay day) {
        var counts = new EnumMap<TicketState, Integer>(TicketState.class);
        database.sql(TICKETS)
                .with("day", day.id())
                .rows(Count.class)
                .forEach(count -> counts.put(count.state(), count.tickets()));
        return counts;
    }

    private List<BuildingStock> buildings(OpeningDay day) {
        return database.sql(STOCK).with("release", day.release()).rows(Counted.class).stream()
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
