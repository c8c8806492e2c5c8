package org.anchang.inventory.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.anchang.inventory.sheet.UnreadableSheet.Why;
import org.jspecify.annotations.Nullable;

/// A table file, its headings first, then its rows as they are asked for; rows without content are passed over.
///
/// Promise: what a file is, its content says and not its name; numbers of a workbook are the decimals that were typed
/// in; memory does not grow with the number of rows. While it is read it may turn out to be [UnreadableSheet].
public final class Sheet implements Iterator<Row>, AutoCloseable {
    /// Rows one by one, the blank ones among them; null behind the last.
    interface Source extends AutoCloseable {
        @Nullable
        Row read();

        @Override
        void close() throws IOException;
    }

    private static final int SIGNATURE = 4;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Source source;
    private final Row headings;
    private @Nullable Row next;

    private Sheet(Source source) {
        this.source = source;
        var first = content();
        if (first == null) {
            throw new UnreadableSheet(Why.IT_IS_EMPTY);
        }
        headings = first;
        next = content();
    }

    /// @throws UnreadableSheet where it is neither CSV nor XLSX, or has no headings
    public static Sheet open(Path file) {
        try {
            var source = sourceOf(file);
            try {
                return new Sheet(source);
            } catch (RuntimeException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> headings() {
        return headings.cells();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        var row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = content();
        return row;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source sourceOf(Path file) throws IOException {
        byte[] signature;
        try (var in = Files.newInputStream(file)) {
            signature = in.readNBytes(SIGNATURE);
        }
        if (Arrays.equals(signature, OLE)) {
            throw new UnreadableSheet(Why.IT_IS_AN_OLD_OR_LOCKED_WORKBOOK);
        }
        return Arrays.equals(signature, ZIP) ? WorkbookRows.of(file) : CsvRows.of(file);
    }

    private @Nullable Row content() {
        var row = source.read();
        while (row != null && row.isBlank()) {
            row = source.read();
        }
        return row;
    }
}
