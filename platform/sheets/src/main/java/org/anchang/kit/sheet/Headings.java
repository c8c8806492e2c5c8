package org.anchang.kit.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anchang.kit.sheet.UnreadableSheet.Why;

/// The headings of a list, which may stand on several lines, one beneath the other.
///
/// @param written of each column, from above, joined
/// @param places  of the columns that are known
/// @param hidden  headings of columns that are not seen
record Headings<C extends KnownColumn>(
        List<String> written, Map<C, Integer> places, List<String> unknown, List<String> hidden) {
    private static final Pattern A_NUMBER = Pattern.compile("[-+]?[\\d,]+(\\.\\d+)?");
    private static final int LONGEST = 100;

    /// @throws UnreadableSheet A_COLUMN_STANDS_TWICE
    static <C extends KnownColumn> Headings<C> of(List<Row> rows, Vocabulary<C> known, BitSet hiddenColumns) {
        var written = new ArrayList<String>();
        var places = new LinkedHashMap<C, Integer>();
        var unknown = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        for (int place = 0; place < width(rows); place++) {
            var stack = stack(rows, place);
            var heading = shortened(String.join(" ", stack));
            var column = known.meant(stack).orElse(null);
            written.add(heading);
            if (heading.isEmpty()) {
                continue;
            }
            if (hiddenColumns.get(place)) {
                hidden.add(heading);
            } else if (column == null || column.mayStandTwice() && places.containsKey(column)) {
                unknown.add(heading);
            } else if (places.putIfAbsent(column, place) instanceof Integer first) {
                throw new UnreadableSheet(Why.A_COLUMN_STANDS_TWICE)
                        .with("columns", List.of(column.heading()))
                        .with("headings", List.of(written.get(first), heading));
            }
        }
        return new Headings<>(written, places, unknown, hidden);
    }

    /// How many columns these rows name together; none, if there are numbers beneath the first of them.
    static <C extends KnownColumn> int known(List<Row> rows, Vocabulary<C> known) {
        if (rows.stream().skip(1).anyMatch(Headings::hasNumbers)) {
            return 0;
        }
        var found = new HashSet<C>();
        for (int place = 0; place < width(rows); place++) {
            known.meant(stack(rows, place)).ifPresent(found::add);
        }
        return found.size();
    }

    /// Whether a row goes on with the headings above it. What stands under a heading that is known by itself and would
    /// be another one, is what the first row says: `电话` under `跟进方式`.
    static <C extends KnownColumn> boolean goOn(Row row, List<Row> above, Vocabulary<C> known) {
        return !hasNumbers(row)
                && IntStream.range(0, row.own().size()).anyMatch(place -> {
                    var text = row.own(place).value();
                    var meant = known.meant(List.of(text));
                    var before = known.meant(stack(above, place));
                    return Vocabulary.isMeasure(text)
                            || known.knows(text) && (before.isEmpty() || before.equals(meant));
                });
    }

    List<String> missing(Vocabulary<C> known) {
        return known.columns().stream()
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(KnownColumn::heading)
                .toList();
    }

    List<ReadSheet.Column> columns() {
        return places.entrySet().stream()
                .map(place -> new ReadSheet.Column(
                        written.get(place.getValue()), place.getKey().heading()))
                .toList();
    }

    /// What else would be known; of no matter where all is.
    List<ReadSheet.Absent> absent(Vocabulary<C> known) {
        return unknown.isEmpty() ? List.of() : lacking(known);
    }

    List<ReadSheet.Absent> lacking(Vocabulary<C> known) {
        return known.columns().stream()
                .filter(column -> !places.containsKey(column))
                .map(column -> new ReadSheet.Absent(column.heading(), column.headings()))
                .toList();
    }

    private static boolean hasNumbers(Row row) {
        return row.own().stream()
                .anyMatch(cell -> A_NUMBER.matcher(cell.value()).matches());
    }

    private static int width(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /// From above, each word once: a merged cell stands on all of its lines.
    private static List<String> stack(List<Row> rows, int place) {
        return rows.stream()
                .map(row -> row.cell(place).value())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
