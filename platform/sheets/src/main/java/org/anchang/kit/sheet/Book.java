package org.anchang.kit.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file with tables: a workbook with its sheets, or a CSV file, which is the only one.
interface Book extends AutoCloseable {
    /// The last row and column of any spreadsheet.
    long LAST_LINE = 1 << 20;

    int LAST_COLUMN = 1 << 14;
    /// So many columns are read, and no list needs them; formats without content may lie behind them.
    int MOST_COLUMNS = 256;
    /// A cell's text is cut behind so many characters: nothing that is this long can stand anywhere.
    int LONGEST = 1_000;

    /// @param name null in CSV
    record Tab(@Nullable String name, boolean isHidden) {}

    /// Rows one by one, the blank ones among them.
    interface Rows extends AutoCloseable {
        /// @return null behind the last
        @Nullable
        Row read();

        /// As far as they have been told before the row that was read last.
        BitSet hiddenColumns();

        @Override
        void close();
    }

    List<Tab> tabs();

    /// @param tab its place among the tabs
    Rows rows(int tab) throws IOException;

    @Override
    void close() throws IOException;

    /// @throws UnreadableSheet where it is neither CSV nor XLSX
    static Book open(Path file) throws IOException {
        return FileKind.of(file) == FileKind.WORKBOOK ? Workbook.open(file) : new CsvFile(file);
    }
}
