package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.list.BadCell.Reason;
import org.anchang.inventory.sheet.Row;
import org.anchang.inventory.sheet.Sheet;
import org.anchang.inventory.sheet.UnreadableSheet;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;

/// INV-2: reads a price list row by row, its columns in any order; every cell that is wrong is reported. Whether a
/// room stands twice, only the whole list tells: [PriceListDrafts] looks.
final class PriceListFile implements AutoCloseable {
    /// Hears of each row what has become of it.
    interface Listener {
        void good(long line, PricedRow row);

        void bad(BadCell cell);
    }

    /// A published list may begin with its title and a date.
    private static final int MOST_LINES_ABOVE = 5;

    private final Sheet sheet;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> ignored = new ArrayList<>();
    /// One entry a building.
    private final Map<String, String> buildingTypes = new HashMap<>();

    private @Nullable String project;

    private PriceListFile(Sheet sheet) {
        this.sheet = sheet;
    }

    /// @throws Refused PRICE_LIST_NOT_UNDERSTOOD
    static PriceListFile open(Path file) {
        try {
            var list = new PriceListFile(Sheet.open(file));
            try {
                list.readHeadings();
            } catch (RuntimeException e) {
                list.close();
                throw e;
            }
            return list;
        } catch (UnreadableSheet e) {
            throw notUnderstood(e.why().name());
        }
    }

    /// Headings that mean nothing here.
    List<String> ignored() {
        return ignored;
    }

    /// @throws Refused PRICE_LIST_NOT_UNDERSTOOD
    void read(Listener listener) {
        if (!sheet.hasNext()) {
            throw notUnderstood("IT_HAS_NO_ROWS");
        }
        try {
            while (sheet.hasNext()) {
                read(sheet.next(), listener);
            }
        } catch (UnreadableSheet e) {
            throw notUnderstood(e.why().name());
        }
    }

    @Override
    public void close() {
        sheet.close();
    }

    private void readHeadings() {
        var headings = sheet.headings();
        for (int above = 0; above < MOST_LINES_ABOVE && sheet.hasNext() && !isOfHeadings(headings); above++) {
            headings = sheet.next().cells();
        }
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            var column = Column.of(heading);
            if (column.isEmpty() || column.get() == Column.VIEW && places.containsKey(Column.VIEW)) {
                ignore(heading);
            } else if (places.put(column.get(), i) != null) {
                throw notUnderstood("A_COLUMN_STANDS_TWICE")
                        .with("columns", List.of(column.get().heading()));
            }
        }
        var missing = Stream.of(Column.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(Column::heading)
                .collect(Collectors.toList());
        if (!missing.isEmpty()) {
            throw notUnderstood("COLUMNS_ARE_MISSING").with("columns", missing);
        }
    }

    private void ignore(String heading) {
        if (!heading.isEmpty()) {
            ignored.add(heading);
        }
    }

    private static boolean isOfHeadings(List<String> cells) {
        return cells.stream().anyMatch(cell -> Column.of(cell).isPresent());
    }

    private void read(Row line, Listener listener) {
        var reading = new RowReading(line, places);
        var row = reading.read();
        reading.bad().forEach(listener::bad);
        var named = reading.projectNamed();
        if (project == null) {
            project = named;
        }
        if (!project.equals(named)) {
            listener.bad(reading.bad(Column.PROJECT, Reason.OTHER_PROJECT));
        } else if (row != null && !hasOneBuildingType(row)) {
            listener.bad(reading.bad(Column.BUILDING_TYPE, Reason.OTHER_BUILDING_TYPE));
        } else if (row != null) {
            listener.good(line.line(), row);
        }
    }

    private boolean hasOneBuildingType(PricedRow row) {
        var type = row.kind().buildingType();
        return type == null
                || type.equals(buildingTypes.computeIfAbsent(row.room().buildingKey(), _ -> type));
    }

    private static Refused notUnderstood(String why) {
        return refuse(InventoryRefusal.PRICE_LIST_NOT_UNDERSTOOD).with("why", why);
    }
}
