package org.anchang.inventory.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.anchang.inventory.board.SalesControl.Marks;
import org.anchang.inventory.board.SalesControl.Reading;
import org.anchang.inventory.board.Table.Totals;
import org.anchang.inventory.catalogue.UnitFilter;
import org.jspecify.annotations.Nullable;

/// INV-7: the table of a project as it stands at one moment of the database. Never changes; a later one shares with
/// it the buildings in which nothing happened.
final class StandingTable {
    private final String project;
    private final long version;
    private final List<StandingBuilding> buildings;
    private final Marks marks;
    /// Stands for every cell and building: another table has another.
    private final String fingerprint;

    private final int units;
    private final Map<TableText.Look, byte[]> written = new ConcurrentHashMap<>();

    /// @param buildings in their order
    /// @param marks     what the database says as long as nothing changes
    StandingTable(String project, long version, List<StandingBuilding> buildings, Marks marks) {
        this.project = project;
        this.version = version;
        this.buildings = List.copyOf(buildings);
        this.marks = marks;
        this.units = buildings.stream().mapToInt(one -> one.cells().size()).sum();
        this.fingerprint = units + "-"
                + buildings.stream().mapToLong(StandingBuilding::rows).sum() + "-" + marks.buildings();
    }

    static StandingTable of(String project, Reading reading, Map<UUID, String> names, String buildingsMark) {
        var cells = reading.cells().stream().collect(Collectors.groupingBy(Cell::building));
        var buildings = names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Storeys.NATURAL))
                .map(entry -> new StandingBuilding(
                        entry.getKey(), entry.getValue(), cells.getOrDefault(entry.getKey(), List.of())))
                .toList();
        return new StandingTable(project, reading.version(), buildings, Marks.of(reading, buildingsMark));
    }

    String project() {
        return project;
    }

    long version() {
        return version;
    }

    String fingerprint() {
        return fingerprint;
    }

    int units() {
        return units;
    }

    List<StandingBuilding> buildings() {
        return buildings;
    }

    /// Whether the database still shows this very table.
    boolean isStill(Marks now) {
        return goesOnTo(now) && now.units() == marks.units() && now.rows() == marks.rows();
    }

    /// Whether a reading of what changed since is enough to go on from here.
    boolean goesOnTo(Marks now) {
        return now.version() >= version && now.buildings().equals(marks.buildings());
    }

    /// The table after these changes; nothing if one is in a building that is not known here.
    @Nullable
    StandingTable with(Reading reading) {
        Map<UUID, List<Cell>> changed = reading.cells().stream().collect(Collectors.groupingBy(Cell::building));
        var next = new ArrayList<StandingBuilding>(buildings.size());
        for (var building : buildings) {
            var cells = changed.remove(building.id());
            next.add(cells == null || cells.stream().allMatch(building::has) ? building : building.with(cells));
        }
        return changed.isEmpty()
                ? new StandingTable(project, reading.version(), next, Marks.of(reading, marks.buildings()))
                : null;
    }

    /// Every cell that may have changed since a reading of that version.
    List<Cell> changedSince(long version) {
        return buildings.stream()
                .flatMap(building -> building.changedSince(version))
                .toList();
    }

    /// The cells that an earlier table had otherwise, or had not. None where it is the later one.
    List<Cell> changedFrom(StandingTable earlier) {
        var before = new HashMap<UUID, StandingBuilding>();
        earlier.buildings.forEach(building -> before.put(building.id(), building));
        return buildings.stream()
                .filter(building -> building != before.get(building.id()))
                .flatMap(building -> changedFrom(building, before.get(building.id())))
                .toList();
    }

    private static java.util.stream.Stream<Cell> changedFrom(
            StandingBuilding building, @Nullable StandingBuilding before) {
        return building.cells().stream().filter(cell -> before == null || !before.has(cell));
    }

    /// The whole table, written and compressed; once for all who ask.
    byte[] gzip(TableText.Look look, TableText text) {
        return written.computeIfAbsent(look, _ -> {
            var sums = sums(look.view());
            var frame = text.frame(new Table(
                    project,
                    version,
                    TableText.columns(look.form()),
                    List.of(),
                    sums.totals(),
                    Table.listed(sums.byLayout())));
            var pieces = new ArrayList<Piece>(buildings.size() * 2 + 2);
            pieces.add(Piece.of(frame.before()));
            for (var building : buildings) {
                if (pieces.size() > 1) {
                    pieces.add(TableText.COMMA);
                }
                pieces.add(building.piece(look, text));
            }
            pieces.add(Piece.of(frame.after()));
            return Piece.joined(pieces);
        });
    }

    /// The part of the table that is asked for.
    Table shown(UnitFilter filter, TableText.Look look) {
        var view = look.view();
        var chosen = buildings.stream()
                .filter(building -> filter.takesBuilding(building.id()))
                .toList();
        var seen = new HashMap<UUID, List<Cell>>();
        chosen.forEach(building -> seen.put(
                building.id(),
                building.seen(view).stream().filter(filter::takes).toList()));
        var all = seen.values().stream().flatMap(Collection::stream).toList();
        return new Table(
                project,
                version,
                TableText.columns(look.form()),
                chosen.stream()
                        .filter(building -> !filter.isOfUnits()
                                || !seen.getOrDefault(building.id(), List.of()).isEmpty())
                        .map(building -> building.shown(seen.getOrDefault(building.id(), List.of()), view))
                        .toList(),
                Totals.of(all, view),
                Table.listed(Table.byLayout(all, view)));
    }

    private StandingBuilding.Sums sums(View view) {
        var totals = Totals.none(view);
        var byLayout = new TreeMap<String, Totals>();
        for (var building : buildings) {
            var sums = building.sums(view);
            totals = totals.plus(sums.totals());
            sums.byLayout().forEach((layout, more) -> byLayout.merge(layout, more, Totals::plus));
        }
        return new StandingBuilding.Sums(totals, byLayout);
    }
}
