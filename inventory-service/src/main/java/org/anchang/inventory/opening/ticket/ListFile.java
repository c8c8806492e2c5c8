package org.anchang.inventory.opening.ticket;

import static org.anchang.kit.problem.Refused.refuse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.ticket.BadRow.Reason;
import org.anchang.inventory.opening.ticket.BadRows.Found;
import org.anchang.inventory.opening.ticket.BadRows.Marked;
import org.anchang.inventory.sheet.Row;
import org.anchang.inventory.sheet.Sheet;
import org.anchang.inventory.sheet.UnreadableSheet;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.Refused;

/// INV-13: a list in CSV or XLSX that names tickets by their numbers, its columns in any order.
public final class ListFile {
    /// A column by the headings under which offices write it.
    ///
    /// @param isPersonal whether what stands in it is kept out of answers
    public record Column(boolean isRequired, boolean isPersonal, int longest, List<String> headings) {
        /// As the office calls it.
        public String heading() {
            return headings.getFirst();
        }
    }

    public static final Column NUMBER = new Column(true, false, 20, List.of("排号", "排号编号", "排号号码", "票号"));

    private final List<String> headings;
    private final Map<Column, Integer> places = new HashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<Row, List<BadRow>> bad = new LinkedHashMap<>();
    private final Map<String, Row> numbers = new LinkedHashMap<>();

    private ListFile(List<String> headings, List<Column> columns) {
        this.headings = headings;
        for (int place = 0; place < headings.size(); place++) {
            put(place, columns);
        }
        var missing = columns.stream()
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(Column::heading)
                .toList();
        if (!missing.isEmpty()) {
            throw notUnderstood("COLUMNS_ARE_MISSING").with("columns", missing);
        }
    }

    /// Reads a file row by row.
    ///
    /// @param rows takes each row that has a number which stands in none before
    /// @throws Refused TICKET_LIST_NOT_UNDERSTOOD
    public static ListFile read(Path file, List<Column> columns, BiConsumer<ListFile, Row> rows) {
        try (var sheet = Sheet.open(file)) {
            var list = new ListFile(sheet.headings(), columns);
            sheet.forEachRemaining(row -> list.take(row, rows));
            if (list.numbers.isEmpty() && !list.isBad()) {
                throw notUnderstood("IT_HAS_NO_ROWS");
            }
            return list;
        } catch (UnreadableSheet e) {
            throw notUnderstood(e.why().name());
        }
    }

    /// What stands in the column; empty where nothing does.
    public String cell(Row row, Column column) {
        var place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    /// Marks a row as bad.
    public void mark(Row row, Column column, Reason reason) {
        var value = column.isPersonal() ? null : cell(row, column);
        bad.computeIfAbsent(row, _ -> new ArrayList<>()).add(new BadRow(row.line(), column.heading(), value, reason));
    }

    /// The tickets that the list names, in its order, each with its row: their numbers in the normal form (INV-17).
    public Map<String, Row> numbers() {
        return numbers;
    }

    /// Headings that mean nothing here.
    List<String> ignored() {
        return ignored;
    }

    public boolean isBad() {
        return !bad.isEmpty();
    }

    public Found found() {
        return new Found(
                headings,
                bad.entrySet().stream()
                        .sorted(Comparator.comparingLong(entry -> entry.getKey().line()))
                        .map(entry -> new Marked(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private void put(int place, List<Column> columns) {
        var heading = headings.get(place);
        var column = columns.stream()
                .filter(known -> known.headings().contains(heading))
                .findFirst();
        if (column.isEmpty()) {
            ignored.add(heading);
        } else if (places.put(column.get(), place) != null) {
            throw notUnderstood("A_COLUMN_STANDS_TWICE").with("columns", List.of(heading));
        }
    }

    private void take(Row row, BiConsumer<ListFile, Row> rows) {
        places.keySet().stream().sorted(Comparator.comparing(places::get)).forEach(column -> look(row, column));
        var number = Names.key(cell(row, NUMBER));
        if (!number.isEmpty() && numbers.putIfAbsent(number, row) != null) {
            mark(row, NUMBER, Reason.NUMBER_TWICE);
        } else if (!number.isEmpty()) {
            rows.accept(this, row);
        }
    }

    /// What may be wrong with any cell.
    private void look(Row row, Column column) {
        var cell = cell(row, column);
        Stream.of(
                        column.isRequired() && cell.isEmpty() ? Reason.MISSING : null,
                        Row.isFormulaError(cell) ? Reason.FORMULA_ERROR : null,
                        Row.isWronglyEncoded(cell) ? Reason.WRONG_ENCODING : null,
                        cell.length() > column.longest() ? Reason.TOO_LONG : null)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(reason -> mark(row, column, reason));
    }

    private static Refused notUnderstood(String why) {
        return refuse(InventoryRefusal.TICKET_LIST_NOT_UNDERSTOOD).with("why", why);
    }
}
