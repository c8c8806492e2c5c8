package org.anchang.kit.sheet;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A CSV file. Bytes that its encoding does not know become marks that [Cell#fault] finds.
record CsvFile(Path file) implements Book {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public List<Tab> tabs() {
        return List.of(new Tab(null, false));
    }

    @Override
    public Rows rows(int tab) throws IOException {
        var decoder = Encoding.of(file)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        var line = new BoundedLine(text);
        return new CsvRows(
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get().parse(line), line);
    }

    @Override
    public void close() {}

    private static final class CsvRows implements Rows {
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final BoundedLine line;

        CsvRows(CSVParser parser, BoundedLine line) {
            this.parser = parser;
            this.records = parser.iterator();
            this.line = line;
        }

        @Override
        public @Nullable Row read() {
            try {
                line.begin();
                if (!records.hasNext()) {
                    return null;
                }
                var row = records.next();
                var cells = Stream.of(row.values())
                        .map(text -> Cell.text(text.length() > LONGEST ? text.substring(0, LONGEST) : text))
                        .toList();
                if (row.getRecordNumber() > LAST_LINE) {
                    throw new UnreadableSheet(Why.ITS_ROWS_ARE_TOO_MANY);
                }
                if (cells.stream().skip(MOST_COLUMNS).anyMatch(cell -> !cell.isEmpty())) {
                    throw new UnreadableSheet(Why.ITS_COLUMNS_ARE_TOO_MANY);
                }
                return Row.of(row.getRecordNumber(), cells.subList(0, Math.min(MOST_COLUMNS, cells.size())));
            } catch (UncheckedIOException e) {
                throw new UnreadableSheet(Why.ITS_QUOTES_DO_NOT_CLOSE, e);
            }
        }

        @Override
        public BitSet hiddenColumns() {
            return new BitSet();
        }

        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Gives up where a line has no end, as behind a quote that does not close: the parser keeps all of it.
    private static final class BoundedLine extends FilterReader {
        private static final int MOST_AT_ONCE = 1 << 18;

        private int read;

        BoundedLine(Reader text) {
            super(text);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            return counted(super.read(into, from, length));
        }

        private int counted(int characters) {
            read += Math.max(0, characters);
            if (read > MOST_AT_ONCE) {
                throw new UnreadableSheet(Why.ITS_QUOTES_DO_NOT_CLOSE);
            }
            return characters;
        }
    }
}
