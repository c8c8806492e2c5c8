package org.anchang.inventory.price.list;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.list.BadCell.BadCellReason;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.sheet.Line;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sheet.Table;
import org.anchang.kit.sheet.UnreadableSheet;
import org.jspecify.annotations.Nullable;

/// INV-2: reads a price list row by row, its columns in any order; every cell that is wrong is reported. Whether a
/// room stands twice, only the whole list tells: [PriceListDrafts] looks.
final class PriceListFile {
    /// Hears of each row what has become of it.
    interface Listener {
        /// @param line [Line#number]
        void good(long line, PricedRow row);

        void bad(BadCell cell);
    }

    /// What is read, and for whom.
    ///
    /// @param sheet   the only one of its sheets; null: all that are not hidden
    /// @param project any of its names
    record SentList(Path file, @Nullable String sheet, Set<String> project) {}

    private static final int MOST_BUILDINGS = 20_000;

    private final Listener listener;
    private final Set<String> project;
    /// One entry a building.
    private final Map<String, String> buildingTypes = new HashMap<>();

    private PriceListFile(Set<String> project, Listener listener) {
        this.project = project.stream().map(Names::key).collect(Collectors.toSet());
        this.listener = listener;
    }

    /// @return what was read
    /// @throws Refused PRICE_LIST_NOT_UNDERSTOOD
    static List<ReadSheet> read(SentList sent, Listener listener) {
        try {
            var list = new PriceListFile(sent.project(), listener);
            return Table.read(sent.file(), List.of(Column.values()), sent.sheet(), list::read);
        } catch (UnreadableSheet e) {
            throw e.refused(InventoryRefusal.PRICE_LIST_NOT_UNDERSTOOD);
        }
    }

    private void read(Line<Column> line) {
        var reading = new RowReading(line);
        var row = reading.read();
        reading.bad().forEach(listener::bad);
        var named = Names.key(line.cell(Column.PROJECT).text());
        if (!named.isEmpty() && !project.contains(named)) {
            listener.bad(reading.bad(Column.PROJECT, BadCellReason.OTHER_PROJECT));
        } else if (row != null && !hasOneBuildingType(row)) {
            listener.bad(reading.bad(Column.BUILDING_TYPE, BadCellReason.OTHER_BUILDING_TYPE));
        } else if (row != null) {
            listener.good(line.number(), row);
        }
    }

    /// A list of more buildings than a city has is not told where it contradicts itself.
    private boolean hasOneBuildingType(PricedRow row) {
        var type = row.kind().buildingType();
        if (type == null || buildingTypes.size() == MOST_BUILDINGS) {
            return true;
        }
        return type.equals(buildingTypes.computeIfAbsent(row.room().buildingKey(), _ -> type));
    }
}
