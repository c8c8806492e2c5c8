package org.anchang.kit.sheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anchang.kit.sheet.ReadSheet.Outcome;
import org.anchang.kit.sheet.ReadSheet.PassedOver;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.jspecify.annotations.Nullable;

/// Reads the sheets of a file that are a list, and says what became of each.
final class ReadingSheets<C extends KnownColumn> {
    /// Above the headings stand a title, a date, who made it.
    private static final int MOST_LINES_ABOVE = 30;
    private static final int MOST_LINES_OF_HEADINGS = 3;
    private static final int MOST_TOLD = 50;

    private final Book book;
    private final Vocabulary<C> known;
    private final Consumer<Line<C>> lines;
    private final List<ReadSheet> sheets = new ArrayList<>();
    /// Why there is no list: what the sheet lacks that is most like one.
    private UnreadableSheet trouble = new UnreadableSheet(Why.IT_IS_EMPTY);
    private int mostKnown = -1;
    private @Nullable UnreadableSheet lacking;
    private long linesBefore;

    ReadingSheets(Book book, Vocabulary<C> known, Consumer<Line<C>> lines) {
        this.book = book;
        this.known = known;
        this.lines = lines;
    }

    List<ReadSheet> read(@Nullable String asked) throws IOException {
        var tabs = book.tabs();
        if (asked != null && tabs.stream().noneMatch(tab -> asked.equals(tab.name()))) {
            throw new UnreadableSheet(Why.NO_SUCH_SHEET)
                    .with("sheet", asked)
                    .with(
                            "sheets",
                            tabs.stream()
                                    .flatMap(tab -> Stream.ofNullable(tab.name()))
                                    .toList());
        }
        for (int i = 0; i < tabs.size(); i++) {
            var name = tabs.get(i).name();
            if (asked != null && !asked.equals(name)) {
                sheets.add(ReadSheet.unread(name, Outcome.NOT_ASKED_FOR, List.of()));
            } else if (asked == null && tabs.get(i).isHidden()) {
                sheets.add(ReadSheet.unread(name, Outcome.HIDDEN, List.of()));
            } else {
                try (var rows = book.rows(i)) {
                    sheets.add(read(name, rows));
                }
            }
        }
        if (sheets.stream().noneMatch(sheet -> sheet.outcome() == Outcome.READ)) {
            throw trouble;
        }
        if (lacking != null) {
            throw lacking;
        }
        if (sheets.stream().allMatch(sheet -> sheet.rows() == 0)) {
            throw new UnreadableSheet(Why.IT_HAS_NO_ROWS);
        }
        return sheets;
    }

    private ReadSheet read(@Nullable String name, Book.Rows rows) {
        var top = new ArrayDeque<Row>();
        while (top.size() < MOST_LINES_ABOVE && content(rows) instanceof Row row) {
            top.add(row);
        }
        if (top.isEmpty()) {
            return ReadSheet.unread(name, Outcome.NO_HEADINGS, List.of());
        }
        var block = block(List.copyOf(top));
        int found = Headings.known(block, known);
        var headings = Headings.of(block, known, rows.hiddenColumns());
        var missing = headings.missing(known);
        if (!missing.isEmpty()) {
            lacks(name, headings, missing, found);
            return ReadSheet.unread(
                    name,
                    found == 0 ? Outcome.NO_HEADINGS : Outcome.COLUMNS_ARE_MISSING,
                    found == 0 ? List.of() : missing);
        }
        top.removeIf(row -> row.line() <= block.getLast().line());
        return list(name, headings, top, rows);
    }

    /// The lines that name the most columns, as few of them as do, and what goes on beneath them.
    private List<Row> block(List<Row> top) {
        var best = top.subList(0, 1);
        int most = Headings.known(best, known);
        for (int length = 1; length <= MOST_LINES_OF_HEADINGS; length++) {
            for (int first = 0; first + length <= top.size(); first++) {
                var block = top.subList(first, first + length);
                int found = Headings.known(block, known);
                if (found > most) {
                    best = block;
                    most = found;
                }
            }
        }
        int first = top.indexOf(best.getFirst());
        int next = first + best.size();
        while (most > 0
                && next < top.size()
                && next < first + MOST_LINES_OF_HEADINGS
                && Headings.goOn(top.get(next), top.subList(first, next), known)) {
            next++;
        }
        return top.subList(first, next);
    }

    private void lacks(@Nullable String name, Headings<C> headings, List<String> missing, int found) {
        var missed = headings.unknown().isEmpty() ? Why.COLUMNS_ARE_MISSING : Why.HEADINGS_ARE_UNKNOWN;
        var why = new UnreadableSheet(headings.hidden().isEmpty() ? missed : Why.COLUMNS_ARE_HIDDEN)
                .with("columns", missing)
                .with("unknown", headings.unknown().stream().limit(MOST_TOLD).toList())
                .with("hidden", headings.hidden().stream().limit(MOST_TOLD).toList())
                .with("known", headings.lacking(known));
        if (found > mostKnown) {
            mostKnown = found;
            trouble = name == null ? why : why.with("sheet", name);
        }
        var required = known.columns().stream().filter(KnownColumn::isRequired).count();
        if (name != null && found > 0 && missing.size() * 2L <= required) {
            lacking = new UnreadableSheet(Why.A_SHEET_LACKS_COLUMNS)
                    .with("sheet", name)
                    .with("columns", missing)
                    .with("known", headings.lacking(known));
        }
    }

    private ReadSheet list(@Nullable String name, Headings<C> headings, Deque<Row> top, Book.Rows rows) {
        var told = new ArrayList<PassedOver>();
        var notRows = new NotRows(headings, known);
        long last = 0;
        int read = 0;
        int hidden = 0;
        for (var row = next(top, rows); row != null; row = next(top, rows)) {
            last = row.line();
            if (linesBefore + last > Book.LAST_LINE) {
                throw new UnreadableSheet(Why.ITS_ROWS_ARE_TOO_MANY);
            }
            var why = notRows.why(row);
            if (why == null) {
                read++;
                lines.accept(new Line<>(linesBefore + last, row, headings));
            } else if (told.size() < MOST_TOLD) {
                told.add(new PassedOver(last, NotRows.told(row), why));
            }
            hidden += why == PassedOver.Why.HIDDEN ? 1 : 0;
        }
        var sheet = new ReadSheet(
                name,
                Outcome.READ,
                linesBefore,
                read,
                headings.columns(),
                headings.unknown().stream().limit(MOST_TOLD).toList(),
                headings.absent(known),
                headings.hidden().stream().limit(MOST_TOLD).toList(),
                hidden,
                List.of(),
                told);
        linesBefore += last;
        return sheet;
    }

    private static @Nullable Row next(Deque<Row> top, Book.Rows rows) {
        return top.isEmpty() ? content(rows) : top.removeFirst();
    }

    private static @Nullable Row content(Book.Rows rows) {
        var row = rows.read();
        while (row != null && row.isBlank()) {
            row = rows.read();
        }
        return row;
    }
}
