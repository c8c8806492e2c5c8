package org.anchang.inventory.control;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.Building;
import org.anchang.inventory.UnitState;
import org.anchang.kit.money.Money;

/// INV-7: the sales-control table of a project: buildings, their floors from the top, the units of each.
///
/// @param version where to follow the stream of changes from
public record Table(String project, long version, List<TableBuilding> buildings, Totals totals) {
    public record TableBuilding(UUID id, String name, List<Floor> floors, Totals totals) {}

    public record Floor(String floor, List<Cell> units) {}

    /// @param soldShare of the units, those with a deposit or further, in per cent
    public record Totals(
            int units, BigDecimal area, Money value, Map<UnitState, Integer> states, BigDecimal soldShare) {
        static Totals of(List<Cell> cells) {
            var states = new EnumMap<UnitState, Integer>(UnitState.class);
            cells.forEach(cell -> states.merge(cell.state(), 1, Integer::sum));
            var sold = cells.stream().filter(cell -> isSold(cell.state())).count();
            return new Totals(
                    cells.size(),
                    cells.stream().map(Cell::area).reduce(BigDecimal.ZERO, BigDecimal::add),
                    Money.sum(cells.stream().map(Cell::total).toList()),
                    states,
                    cells.isEmpty()
                            ? BigDecimal.ZERO
                            : BigDecimal.valueOf(sold * 100)
                                    .divide(BigDecimal.valueOf(cells.size()), 2, java.math.RoundingMode.HALF_UP));
        }

        private static boolean isSold(UnitState state) {
            return switch (state) {
                case RESERVED, SUBSCRIBED, CONTRACTED, FILED -> true;
                case CLOSED, AVAILABLE, HELD, WITHHELD -> false;
            };
        }
    }

    static Table of(String project, SalesControl.Reading reading, List<Building> buildings) {
        Map<UUID, List<Cell>> cells = reading.cells().stream().collect(Collectors.groupingBy(Cell::building));
        return new Table(
                project,
                reading.version(),
                buildings.stream()
                        .sorted(Comparator.comparing(Building::name, Storeys.NATURAL))
                        .map(building -> building(building, cells.getOrDefault(building.id(), List.of())))
                        .toList(),
                Totals.of(reading.cells()));
    }

    private static TableBuilding building(Building building, List<Cell> cells) {
        return new TableBuilding(
                building.id(),
                building.name(),
                cells.stream().collect(Collectors.groupingBy(Cell::floor)).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Storeys.ASCENDING.reversed()))
                        .map(floor -> new Floor(floor.getKey(), inOrder(floor.getValue())))
                        .toList(),
                Totals.of(cells));
    }

    private static List<Cell> inOrder(List<Cell> cells) {
        return cells.stream()
                .sorted(Comparator.comparing(Cell::section, Storeys.NATURAL).thenComparing(Cell::room, Storeys.NATURAL))
                .toList();
    }
}
