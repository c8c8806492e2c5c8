package org.anchang.inventory.opening.callup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.callup.CallBoard.BuildingStock;
import org.anchang.inventory.opening.callup.CallBoard.CalledNumber;
import org.anchang.inventory.opening.callup.CallBoard.LayoutStock;
import org.anchang.inventory.opening.callup.CallBoard.UnitCounts;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-13: draws up the board of an opening day.
@ApplicationScoped
class Boards {
    private record Counted(
            UUID building, String name, @Nullable String layout, UnitCounts stock) {}

    private static final UnitCounts NONE = new UnitCounts(0, 0, 0, 0);
    /// Each sum grows with every change of a ticket or unit: equal sums, equal boards.
    private static final String FINGERPRINT = """
            SELECT (SELECT count(*) || '-' || coalesce(sum(version), 0) FROM ticket_standing WHERE day = :day) || '-' || (
                SELECT coalesce(sum(u.version), 0) FROM release_stock r JOIN unit_standing u ON u.id = r.unit WHERE r.release = :release)""";
    private static final String CALLED = """
            SELECT number, desk, appear_until FROM ticket_standing WHERE day = :day AND state = 'CALLED'
            ORDER BY called_at DESC, turn, behind LIMIT 100""";
    private static final String NEXT = """
            SELECT number FROM ticket_standing WHERE day = :day AND state = 'WAITING' ORDER BY turn, behind LIMIT 20""";
    private static final String STOCK = """
            SELECT b.building, b.name, u.layout, count(*) FILTER (WHERE u.state <> 'WITHHELD') AS units,
                   count(*) FILTER (WHERE u.sold) AS sold,
                   count(*) FILTER (WHERE u.state = 'HELD') AS held,
                   count(*) FILTER (WHERE u.state IN ('CLOSED', 'AVAILABLE')) AS "left"
            FROM release_stock r JOIN unit_standing u ON u.id = r.unit
            JOIN project_building b ON b.project = u.project AND b.building = u.building
            WHERE r.release = :release GROUP BY b.building, b.name, u.layout
            ORDER BY nullif(regexp_replace(b.name, '\\D', '', 'g'), '')::numeric NULLS LAST, b.name, u.layout""";

    @Inject
    OpeningDays days;

    @Inject
    Database database;

    String fingerprint(OpeningDay day) {
        return day.state() + "-"
                + database.sql(FINGERPRINT)
                        .with("day", day.id())
                        .with("release", day.release())
                        .one(String.class);
    }

    CallBoard of(OpeningDay day) {
        var buildings = buildings(day);
        return new CallBoard(
                day.id(),
                day.project(),
                day.name(),
                day.state(),
                database.sql(CALLED).with("day", day.id()).rows(CalledNumber.class),
                database.sql(NEXT).with("day", day.id()).rows(String.class),
                days.tickets(List.of(day.id())).getOrDefault(day.id(), Map.of()),
                buildings.stream().map(BuildingStock::units).reduce(NONE, UnitCounts::and),
                buildings);
    }

    private List<BuildingStock> buildings(OpeningDay day) {
        return database.sql(STOCK).with("release", day.release()).rows(Counted.class).stream()
                .collect(Collectors.groupingBy(Counted::building, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(layouts -> new BuildingStock(
                        layouts.getFirst().building(),
                        layouts.getFirst().name(),
                        layouts.stream().map(Counted::stock).reduce(NONE, UnitCounts::and),
                        layouts.stream()
                                .map(one -> new LayoutStock(one.layout(), one.stock()))
                                .toList()))
                .toList();
    }
}
