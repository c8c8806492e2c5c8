package org.anchang.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// PAP-3: a file of 100,000 rows of 20 cells, against the bare writer with the same texts; the best of three rounds
/// of each, by turns.
@Tag("benchmark")
class ExportBenchmark {
    private static final Logger LOG = Logger.getLogger(ExportBenchmark.class);
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 20;
    private static final int ROUNDS = 3;

    @Test
    @DisplayName("PAP-3 an export of 100,000 × 20 cells takes at most twice as long as the bare writer")
    void ratio() throws IOException {
        var ours = Long.MAX_VALUE;
        var bare = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, bare());
            ours = Math.min(ours, ours());
        }
        LOG.infof(
                "export of %d x %d: %.2f s, bare writer %.2f s, ratio %.2f",
                ROWS, COLUMNS, ours / 1e9, bare / 1e9, (double) ours / bare);
        if (ours > 2 * bare) {
            throw new AssertionError("ratio " + (double) ours / bare);
        }
    }

    private static List<@Nullable Object> row(int n) {
        return Arrays.asList(IntStream.range(0, COLUMNS)
                .mapToObj(column -> (Object) ("cell " + n + " " + column))
                .toArray());
    }

    private static long ours() {
        var begun = System.nanoTime();
        var headings = IntStream.range(0, COLUMNS)
                .mapToObj(n -> new ExportRows.Heading("列" + n, 12))
                .toList();
        try (var file = new ExportFile(OutputStream.nullOutputStream(), "行", "导出人", headings)) {
            for (int n = 0; n < ROWS; n++) {
                file.row(row(n));
            }
        }
        return System.nanoTime() - begun;
    }

    private static long bare() throws IOException {
        var begun = System.nanoTime();
        try (var book = new Workbook(OutputStream.nullOutputStream(), "Bare", "1.0")) {
            var page = book.newWorksheet("行");
            for (int n = 0; n < ROWS; n++) {
                var cells = row(n);
                for (int column = 0; column < COLUMNS; column++) {
                    page.inlineString(n, column, String.valueOf(cells.get(column)));
                }
                if (n % 100 == 0) {
                    page.flush();
                }
            }
        }
        return System.nanoTime() - begun;
    }
}
