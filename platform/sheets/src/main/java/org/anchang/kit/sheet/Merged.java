package org.anchang.kit.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.anchang.kit.sheet.UnreadableSheet.Why;

/// What is merged in a sheet: the cell at the top left stands in all places of its range.
final class Merged {
    private static final int MOST = 100_000;

    private record Range(long first, long last, int from, int to) {}

    private record Open(Range range, Cell cell) {}

    private final Deque<Range> ahead;
    private final List<Open> open = new ArrayList<>();

    private Merged(List<Range> ranges) {
        ranges.sort(Comparator.comparingLong(Range::first));
        ahead = new ArrayDeque<>(ranges);
    }

    static Merged in(Part sheet) {
        var ranges = new ArrayList<Range>();
        while (sheet.find("mergeCell")) {
            var corners = String.valueOf(sheet.attribute("ref")).split(":", 3);
            if (corners.length == 2) {
                var first = CellAddress.of(corners[0]);
                var last = CellAddress.of(corners[1]);
                if (first.column() < Book.MOST_COLUMNS) {
                    ranges.add(new Range(
                            first.line(), last.line(), first.column(), Math.min(last.column(), Book.MOST_COLUMNS - 1)));
                }
            }
            if (ranges.size() > MOST) {
                throw new UnreadableSheet(Why.IT_IS_TOO_LARGE);
            }
        }
        return new Merged(ranges);
    }

    /// Rows come in their order.
    ///
    /// @param own as they were typed in
    List<Cell> seen(long line, List<Cell> own) {
        if (ahead.isEmpty() && open.isEmpty()) {
            return own;
        }
        open.removeIf(one -> one.range().last() < line);
        while (!ahead.isEmpty() && ahead.getFirst().first() <= line) {
            var range = ahead.removeFirst();
            if (range.last() >= line) {
                var isHere = range.first() == line && range.from() < own.size();
                open.add(new Open(range, isHere ? own.get(range.from()) : Cell.EMPTY));
            }
        }
        if (open.isEmpty()) {
            return own;
        }
        var seen = new ArrayList<>(own);
        int places = 0;
        for (var one : open) {
            places += one.range().to() - one.range().from() + 1;
            if (places > Book.MOST_COLUMNS) {
                throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
            }
            for (int column = one.range().from();
                    column <= one.range().to() && !one.cell().isEmpty();
                    column++) {
                while (seen.size() <= column) {
                    seen.add(Cell.EMPTY);
                }
                seen.set(column, one.cell());
            }
        }
        return seen;
    }
}
