package org.anchang.inventory.pricing;

import static org.anchang.kit.problem.Refused.refuse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.pricing.BadCell.Reason;
import org.anchang.kit.problem.Refused;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// INV-2: reads a price list in UTF-8 or GBK, its columns in any order; every cell that is wrong is reported.
final class PriceListFile {
    private static final int MOST_REPORTED = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// @param ignored headings that mean nothing here
    record Content(List<PricedRow> rows, List<String> ignored) {}

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> ignored = new ArrayList<>();
    private final List<PricedRow> rows = new ArrayList<>();
    private final List<BadCell> bad = new ArrayList<>();
    private final Set<PricedRow.Room> rooms = new HashSet<>();
    private @Nullable String project;

    private PriceListFile() {}

    /// @throws Refused PRICE_LIST_NOT_UNDERSTOOD, PRICE_LIST_HAS_BAD_ROWS
    static Content read(byte[] file) {
        var list = new PriceListFile();
        try (var records =
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get().parse(new StringReader(text(file)))) {
            records.forEach(list::readLine);
        } catch (IOException | UncheckedIOException e) {
            throw notUnderstood("it is no CSV");
        }
        if (list.places.isEmpty()) {
            throw notUnderstood("it is empty");
        }
        if (list.rows.isEmpty() && list.bad.isEmpty()) {
            throw notUnderstood("it has no rows");
        }
        if (!list.bad.isEmpty()) {
            throw refuse(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS)
                    .with("count", list.bad.size())
                    .with("rows", list.bad.stream().limit(MOST_REPORTED).toList());
        }
        return new Content(list.rows, list.ignored);
    }

    private void readLine(CSVRecord line) {
        if (line.getRecordNumber() == 1) {
            readHeadings(line);
        } else if (line.stream().anyMatch(cell -> !cell.isBlank())) {
            readRow(new RowReading(line, places));
        }
    }

    private void readHeadings(CSVRecord line) {
        for (int i = 0; i < line.size(); i++) {
            var heading = line.get(i).strip();
            var column = Column.of(heading);
            if (column.isEmpty()) {
                ignored.add(heading);
            } else if (places.put(column.get(), i) != null) {
                throw notUnderstood("column " + heading + " stands twice");
            }
        }
        var missing = Stream.of(Column.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(Column::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw notUnderstood("these columns are missing: " + missing);
        }
    }

    private void readRow(RowReading reading) {
        var row = reading.read();
        bad.addAll(reading.bad());
        var named = reading.projectNamed();
        if (project == null) {
            project = named;
        } else if (!project.equals(named)) {
            bad.add(reading.bad(Column.PROJECT, Reason.OTHER_PROJECT));
        }
        if (row != null) {
            if (rooms.add(row.room())) {
                rows.add(row);
            } else {
                bad.add(reading.bad(Column.ROOM, Reason.ROOM_TWICE));
            }
        }
    }

    private static String text(byte[] file) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                var text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
            } catch (CharacterCodingException e) {
                // Not this one.
            }
        }
        throw notUnderstood("it is written neither in UTF-8 nor in GBK");
    }

    private static Refused notUnderstood(String why) {
        return refuse(InventoryRefusal.PRICE_LIST_NOT_UNDERSTOOD).with("why", why);
    }
}
