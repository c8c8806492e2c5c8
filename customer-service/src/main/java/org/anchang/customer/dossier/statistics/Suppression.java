package org.anchang.customer.dossier.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// CUS-5: which numbers of a table may be shown, so that no group below the least can be read, nor reckoned from others
/// (decision 39). Nothing is read or written here.
///
/// The table has a row for each answer and a column for each stage, and the sum of each row in front. Where each
/// customer gave one answer, how many there are may be known from elsewhere, so that a column is a sum too.
final class Suppression {
    /// One number, by its place.
    private record Cell(int row, int column) {}

    private final long[][] counts;
    private final boolean[][] hidden;
    private final long least;

    private Suppression(long[][] counts, long least) {
        this.counts = counts;
        this.hidden = Arrays.stream(counts).map(row -> new boolean[row.length]).toArray(boolean[][]::new);
        this.least = least;
    }

    /// @param counts      by answer, then sum and stages
    /// @param isPartition whether each customer gave one answer
    /// @return which are hidden
    static boolean[][] of(long[][] counts, boolean isPartition, long least) {
        return new Suppression(counts, least).hidden(isPartition);
    }

    private boolean[][] hidden(boolean isPartition) {
        cells().filter(cell -> count(cell) > 0 && count(cell) < least).forEach(this::hide);
        var lines = new ArrayList<List<Cell>>();
        for (int row = 0; row < counts.length; row++) {
            var its = row;
            lines.add(IntStream.range(1, counts[row].length)
                    .mapToObj(column -> new Cell(its, column))
                    .toList());
        }
        if (isPartition && counts.length > 0) {
            for (int column = 0; column < counts[0].length; column++) {
                var its = column;
                lines.add(IntStream.range(0, counts.length)
                        .mapToObj(row -> new Cell(row, its))
                        .toList());
            }
        }
        // Each round hides more, and once all is hidden there is nothing left to find.
        while (lines.stream().anyMatch(this::hidesMore)) {
            hideRowsOfHiddenSums();
        }
        hideRowsOfHiddenSums();
        return hidden;
    }

    /// Of one hidden number in a line whose sum is known the number is the difference; and of several that are few
    /// together, that there are few.
    private boolean hidesMore(List<Cell> line) {
        var covered = line.stream().filter(this::isHidden).toList();
        var sum = covered.stream().mapToLong(this::count).sum();
        if (covered.isEmpty() || covered.size() > 1 && sum >= least) {
            return false;
        }
        var next = line.stream()
                .filter(cell -> !isHidden(cell) && count(cell) > 0)
                .min(Comparator.comparingLong(this::count));
        next.ifPresent(this::hide);
        return next.isPresent();
    }

    private void hideRowsOfHiddenSums() {
        cells().filter(cell -> hidden[cell.row()][0] && count(cell) > 0).forEach(this::hide);
    }

    private Stream<Cell> cells() {
        return IntStream.range(0, counts.length).boxed().flatMap(row -> IntStream.range(0, counts[row].length)
                .mapToObj(column -> new Cell(row, column)));
    }

    private void hide(Cell cell) {
        hidden[cell.row()][cell.column()] = true;
    }

    private boolean isHidden(Cell cell) {
        return hidden[cell.row()][cell.column()];
    }

    private long count(Cell cell) {
        return counts[cell.row()][cell.column()];
    }
}
