package org.anchang.inventory.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anchang.inventory.board.Table.TableBuilding;
import org.anchang.inventory.board.Table.Totals;

/// A building of the table as it stands. Never changes; what is made of it for those who look is kept with it.
final class StandingBuilding {
    /// What is shown of its cells, summed up.
    record Sums(Totals totals, Map<String, Totals> byLayout) {}

    private final UUID id;
    private final String name;
    private final Map<UUID, Cell> cells;
    private final long newest;
    private final long rows;
    private final Map<View, Sums> sums = new ConcurrentHashMap<>();
    private final Map<TableText.Look, Piece> written = new ConcurrentHashMap<>();

    StandingBuilding(UUID id, String name, Collection<Cell> cells) {
        this.id = id;
        this.name = name;
        this.cells = new LinkedHashMap<>(cells.size() * 2);
        cells.forEach(cell -> this.cells.put(cell.unit(), cell));
        this.newest = cells.stream().mapToLong(Cell::row).max().orElse(0);
        this.rows = cells.stream().mapToLong(Cell::row).sum();
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Collection<Cell> cells() {
        return cells.values();
    }

    /// The sum of the cells' versions; it grows with every change.
    long rows() {
        return rows;
    }

    /// Whether it has the cell as it is, or as it was later.
    boolean has(Cell cell) {
        var known = cells.get(cell.unit());
        return known != null && known.row() >= cell.row();
    }

    /// The building with these cells in place of what they were.
    StandingBuilding with(Collection<Cell> changed) {
        var all = new LinkedHashMap<>(cells);
        changed.forEach(cell -> all.put(cell.unit(), cell));
        return new StandingBuilding(id, name, all.values());
    }

    Stream<Cell> changedSince(long version) {
        return newest < version ? Stream.empty() : cells.values().stream().filter(cell -> cell.row() >= version);
    }

    Sums sums(View view) {
        return sums.computeIfAbsent(view, _ -> {
            var seen = seen(view);
            return new Sums(Totals.of(seen, view), Table.byLayout(seen, view));
        });
    }

    Piece piece(TableText.Look look, TableText text) {
        return written.computeIfAbsent(
                look, _ -> Piece.of(text.of(shown(seen(look.view()), look.view()), look.form())));
    }

    TableBuilding shown(List<Cell> seen, View view) {
        return new TableBuilding(id, name, Table.floors(seen), Totals.of(seen, view));
    }

    List<Cell> seen(View view) {
        return cells.values().stream().map(cell -> cell.seen(view)).toList();
    }
}
