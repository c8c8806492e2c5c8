package org.anchang.inventory.opening.ticket;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.ticket.BadRow.BadRowReason;
import org.anchang.inventory.opening.ticket.BadRows.Found;
import org.anchang.inventory.opening.ticket.BadRows.Marked;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.sheet.KnownColumn;
import org.anchang.kit.sheet.Line;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sheet.Table;
import org.anchang.kit.sheet.UnreadableSheet;
import org.jspecify.annotations.Nullable;

/// INV-13: a list in CSV or XLSX that names tickets by their numbers, its columns in any order. All of it is in
/// memory: a row that is wrong goes back as it came.
public final class ListFile {
    /// A column by the headings under which offices write it.
    ///
    /// @param isPersonal whether what stands in it is kept out of answers
    public record TicketColumn(boolean isRequired, boolean isPersonal, int longest, List<String> headings)
            implements KnownColumn {}

    /// @param sheet the only one of its sheets to be read; null: all that are not hidden
    public record Sent(Path file, @Nullable String sheet) {}

    private record Wrong(Line<TicketColumn> row, List<BadRow> reasons) {}

    public static final TicketColumn NUMBER =
            new TicketColumn(true, false, 20, List.of("排号", "排号编号", "排号号码", "票号", "登记号", "登记编号", "摇号编号"));

    /// Far more than any hall has seen, and what a process can have of them at a time.
    private static final int MOST_ROWS = 100_000;

    private static final long MOST_CHARACTERS = 8_000_000;

    private final Map<Long, Wrong> bad = new TreeMap<>();
    private final Map<String, Line<TicketColumn>> numbers = new LinkedHashMap<>();
    private List<ReadSheet> sheets = List.of();
    private List<String> headings = List.of();
    private int rows;
    private long characters;

    private ListFile() {}

    /// Reads a file row by row.
    ///
    /// @param rows takes each row that has a number which stands in none before
    /// @throws Refused TICKET_LIST_NOT_UNDERSTOOD
    public static ListFile read(Sent sent, List<TicketColumn> columns, BiConsumer<ListFile, Line<TicketColumn>> rows) {
        try {
            var list = new ListFile();
            list.sheets = Table.read(sent.file(), columns, sent.sheet(), line -> list.take(line, rows));
            return list;
        } catch (UnreadableSheet e) {
            throw e.refused(InventoryRefusal.TICKET_LIST_NOT_UNDERSTOOD);
        }
    }

    /// What stands in the column; empty where nothing does.
    public String cell(Line<TicketColumn> row, TicketColumn column) {
        return row.cell(column).text();
    }

    public void mark(Line<TicketColumn> row, TicketColumn column, BadRowReason reason) {
        var value = column.isPersonal() ? null : cell(row, column);
        bad.computeIfAbsent(row.number(), _ -> new Wrong(row, new ArrayList<>()))
                .reasons()
                .add(new BadRow(row.number(), column.heading(), value, reason));
    }

    /// The tickets that the list names, in its order, each with its row: their numbers in the normal form (INV-17).
    public Map<String, Line<TicketColumn>> numbers() {
        return numbers;
    }

    /// What was read of the file, and what was not.
    public List<ReadSheet> sheets() {
        return sheets;
    }

    public boolean isBad() {
        return !bad.isEmpty();
    }

    public Found found() {
        return new Found(
                headings,
                bad.values().stream()
                        .map(wrong -> new Marked(
                                headings.stream()
                                        .map(heading ->
                                                wrong.row().cell(heading).text())
                                        .toList(),
                                wrong.reasons()))
                        .toList(),
                sheets);
    }

    private void take(Line<TicketColumn> row, BiConsumer<ListFile, Line<TicketColumn>> good) {
        if (headings.isEmpty()) {
            headings = row.written();
        }
        characters += row.length();
        if (++rows > MOST_ROWS) {
            throw UnreadableSheet.ofTooManyRows();
        }
        if (characters > MOST_CHARACTERS) {
            throw UnreadableSheet.ofTooManyTexts();
        }
        row.columns().forEach(column -> look(row, column));
        var number = Names.key(cell(row, NUMBER));
        if (!number.isEmpty() && numbers.putIfAbsent(number, row) != null) {
            mark(row, NUMBER, BadRowReason.NUMBER_TWICE);
        } else if (!number.isEmpty()) {
            good.accept(this, row);
        }
    }

    /// What may be wrong with any cell.
    private void look(Line<TicketColumn> row, TicketColumn column) {
        var cell = row.cell(column);
        var fault = cell.faultAsName();
        Stream.of(
                        column.isRequired() && cell.isEmpty() ? BadRowReason.MISSING : null,
                        fault == null ? null : BadRowReason.valueOf(fault.name()),
                        cell.text().length() > column.longest() ? BadRowReason.TOO_LONG : null)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(reason -> mark(row, column, reason));
    }
}
