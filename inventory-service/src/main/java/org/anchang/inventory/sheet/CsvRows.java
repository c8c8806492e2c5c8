package org.anchang.inventory.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.anchang.inventory.sheet.UnreadableSheet.Why;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV file. Bytes that its encoding does not know become marks that [Row#isWronglyEncoded] finds.
final class CsvRows implements Sheet.Source {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvRows(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    static CsvRows of(Path file) throws IOException {
        var decoder = Encoding.of(file)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new CsvRows(
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get().parse(text));
    }

    @Override
    public @Nullable Row read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var record = records.next();
            return new Row(
                    record.getRecordNumber(),
                    Stream.of(record.values()).map(String::strip).toList());
        } catch (UncheckedIOException e) {
            throw new UnreadableSheet(Why.ITS_QUOTES_DO_NOT_CLOSE, e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
