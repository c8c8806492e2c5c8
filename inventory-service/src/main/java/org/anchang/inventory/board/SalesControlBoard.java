package org.anchang.inventory.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anchang.inventory.board.Table.Floor;
import org.anchang.inventory.board.Table.TableBuilding;
import org.anchang.inventory.board.Table.Totals;
import org.anchang.inventory.catalogue.UnitWords;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.paper.Board;
import org.anchang.kit.paper.Board.Block;
import org.anchang.kit.paper.Board.Key;
import org.anchang.kit.paper.Board.Line;
import org.anchang.kit.paper.Board.Look;
import org.anchang.kit.paper.Board.Place;

/// PAP-1: the table as an office draws it: a grid for each building, a line for each floor from the top, a column for
/// each door, the states in words and colours.
///
/// @param asOf when, to the minute
record SalesControlBoard(String project, String asOf) {
    /// A door on every floor: its section and room.
    private record DoorColumn(String section, String room) {
        static final Comparator<DoorColumn> ORDER = Comparator.comparing(DoorColumn::section, Storeys.NATURAL)
                .thenComparing(DoorColumn::room, Storeys.NATURAL);

        static DoorColumn of(Cell cell) {
            return new DoorColumn(cell.section(), cell.room());
        }

        String head() {
            return Stream.of(section, room)
                    .filter(part -> !part.isBlank())
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
        }
    }

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    /// Where doors are called otherwise on each floor, they stand side by side as they come.
    private static final int SPARSE = 2;

    Board of(Table table) {
        return new Board(
                project + "销控表",
                "截至 " + asOf + "　" + said(table.totals()),
                keys(table.totals()),
                table.buildings().stream().map(SalesControlBoard::block).toList());
    }

    private static List<Key> keys(Totals totals) {
        return Stream.of(UnitState.values())
                .map(state -> new Key(
                        "%s %d"
                                .formatted(
                                        UnitWords.state(state), totals.states().getOrDefault(state, 0)),
                        look(state)))
                .toList();
    }

    private static String said(Totals totals) {
        return "共%d套，去化率%s%%".formatted(totals.units(), totals.soldShare().toPlainString());
    }

    private static Block block(TableBuilding building) {
        var floors = building.floors();
        var doors = floors.stream()
                .flatMap(floor -> floor.units().stream())
                .map(DoorColumn::of)
                .distinct()
                .sorted(DoorColumn.ORDER)
                .toList();
        var widest =
                floors.stream().mapToInt(floor -> floor.units().size()).max().orElse(0);
        var byDoor = doors.size() <= widest * SPARSE;
        var columns = byDoor
                ? doors.stream().map(DoorColumn::head).toList()
                : Stream.iterate(1, i -> i <= widest, i -> i + 1)
                        .map(String::valueOf)
                        .toList();
        return new Block(
                building.name(),
                said(building.totals()),
                columns,
                floors.stream()
                        .map(floor -> byDoor ? byDoor(floor, doors) : asTheyCome(floor, widest))
                        .toList());
    }

    private static Line byDoor(Floor floor, List<DoorColumn> doors) {
        Map<DoorColumn, Cell> there = new TreeMap<>(DoorColumn.ORDER);
        floor.units().forEach(cell -> there.put(DoorColumn.of(cell), cell));
        return new Line(
                floor.floor(),
                doors.stream()
                        .map(door -> there.containsKey(door) ? place(there.get(door)) : Place.NONE)
                        .toList());
    }

    private static Line asTheyCome(Floor floor, int widest) {
        var places = new ArrayList<>(
                floor.units().stream().map(SalesControlBoard::place).toList());
        places.addAll(Collections.nCopies(widest - places.size(), Place.NONE));
        return new Line(floor.floor(), places);
    }

    /// Number and state; layout and area; the list total. On the wall no more than the first.
    private static Place place(Cell cell) {
        var texts = new ArrayList<String>();
        texts.add(cell.label().substring(cell.label().lastIndexOf('-') + 1) + " " + UnitWords.state(cell.state()));
        if (cell.layout() != null) {
            texts.add(cell.layout());
        }
        if (cell.area() != null) {
            texts.add(cell.area().toPlainString() + "㎡");
        }
        if (cell.total() != null) {
            texts.add(cell.total()
                            .amount()
                            .divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP)
                            .toPlainString() + "万");
        }
        return new Place(texts, look(cell.state()));
    }

    /// As on the screen.
    private static Look look(UnitState state) {
        return switch (state) {
            case CLOSED -> new Look("DDE1E7", "39424E");
            case AVAILABLE -> new Look("FFFFFF", "1D2129");
            case HELD -> new Look("FFF1A8", "4A3B00");
            case RESERVED -> new Look("FFC46B", "4A2800");
            case SUBSCRIBED -> new Look("F5813A", "2B1200");
            case CONTRACTED -> new Look("C9302C", "FFFFFF");
            case FILED -> new Look("6E1414", "FFFFFF");
            case WITHHELD -> new Look("A9AEB8", "1D2129");
        };
    }
}
