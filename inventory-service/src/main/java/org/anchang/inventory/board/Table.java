package org.anchang.inventory.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// INV-7: the sales-control table of a project: buildings, their floors from the top, the units of each.
///
/// @param version where to follow the stream of changes from
/// @param columns of the compact form alone: what stands where in a unit's array
/// @param totals  of the units shown
/// @param layouts the same by layout; not on the wall
@Schema(requiredProperties = {"project", "version", "buildings", "totals"})
public record Table(
        String project,
        long version,
        @Nullable List<String> columns,
        List<TableBuilding> buildings,
        Totals totals,
        List<LayoutTotals> layouts) {
    /// How a unit is written.
    public enum Form {
        /// As an object.
        FULL,
        /// As an array, its floor and building said by where it stands.
        COMPACT
    }

    @Schema(requiredProperties = {"id", "name", "floors", "totals"})
    public record TableBuilding(UUID id, String name, List<Floor> floors, Totals totals) {}

    @Schema(requiredProperties = {"floor", "units"})
    public record Floor(String floor, List<Cell> units) {}

    /// @param layout absent for the units that have none
    @Schema(requiredProperties = "totals")
    public record LayoutTotals(@Nullable String layout, Totals totals) {}

    /// @param area      in m²; neither it nor the value is on the wall
    /// @param soldShare of the units, those with a deposit or further, in per cent
    @Schema(requiredProperties = {"units", "states", "soldShare"})
    public record Totals(
            int units,
            @Nullable BigDecimal area,
            @Nullable Money value,
            Map<UnitState, Integer> states,
            BigDecimal soldShare) {
        static Totals none(View view) {
            var isWall = view == View.WALL;
            return new Totals(
                    0, isWall ? null : BigDecimal.ZERO, isWall ? null : Money.ZERO, Map.of(), BigDecimal.ZERO);
        }

        static Totals of(List<Cell> cells, View view) {
            var states = new EnumMap<UnitState, Integer>(UnitState.class);
            var area = BigDecimal.ZERO;
            var value = BigDecimal.ZERO;
            for (var cell : cells) {
                states.merge(cell.state(), 1, Integer::sum);
                if (cell.area() != null && cell.total() != null) {
                    area = area.add(cell.area());
                    value = value.add(cell.total().amount());
                }
            }
            return none(view).plus(new Totals(cells.size(), area, new Money(value), states, BigDecimal.ZERO));
        }

        Totals plus(Totals more) {
            var states = new EnumMap<UnitState, Integer>(UnitState.class);
            states.putAll(this.states);
            more.states.forEach((state, units) -> states.merge(state, units, Integer::sum));
            var units = this.units + more.units;
            return new Totals(
                    units,
                    area == null || more.area == null ? null : area.add(more.area),
                    value == null || more.value == null ? null : value.plus(more.value),
                    states,
                    share(states, units));
        }

        private static BigDecimal share(Map<UnitState, Integer> states, int units) {
            var sold = states.entrySet().stream()
                    .filter(entry -> entry.getKey().isSold())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return units == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(sold * 100).divide(BigDecimal.valueOf(units), 2, RoundingMode.HALF_UP);
        }
    }

    /// Totals by layout; an empty name stands for none.
    static Map<String, Totals> byLayout(List<Cell> cells, View view) {
        return view == View.WALL
                ? Map.of()
                : cells.stream()
                        .collect(Collectors.groupingBy(
                                cell -> cell.layout() == null ? "" : cell.layout(),
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), ofLayout -> Totals.of(ofLayout, view))));
    }

    static List<LayoutTotals> listed(Map<String, Totals> byLayout) {
        return byLayout.entrySet().stream()
                .map(entry -> new LayoutTotals(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The floors of a building from the top, the units of each from the left.
    static List<Floor> floors(List<Cell> cells) {
        return cells.stream().collect(Collectors.groupingBy(Cell::floor)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Storeys.ASCENDING.reversed()))
                .map(floor -> new Floor(floor.getKey(), inOrder(floor.getValue())))
                .toList();
    }

    private static List<Cell> inOrder(List<Cell> cells) {
        return cells.stream()
                .sorted(Comparator.comparing(Cell::section, Storeys.NATURAL).thenComparing(Cell::room, Storeys.NATURAL))
                .toList();
    }
}
