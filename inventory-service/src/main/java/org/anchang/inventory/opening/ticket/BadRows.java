package org.anchang.inventory.opening.ticket;

import static org.anchang.kit.problem.Refused.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sheet.Row;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.problem.Words;
import org.apache.commons.csv.CSVFormat;

/// INV-13: a list was refused for its rows. It is answered as a problem document, or, to whoever asks for `text/csv`,
/// as the bad rows themselves with a column that says why.
///
/// An answer, not a crash, and never logged: the rows are personal.
public final class BadRows extends RuntimeException {
    /// A row and all that is wrong with it.
    public record Marked(Row row, List<BadRow> reasons) {}

    private static final Pattern A_FORMULA = Pattern.compile("[=@]|[+-](?![\\d -]*$)");
    private static final int MOST_REPORTED = 1_000;
    /// By which spreadsheets know UTF-8.
    private static final char MARK = '\uFEFF';

    private final transient InventoryRefusal refusal;
    private final transient List<String> headings;
    private final transient List<Marked> rows;
    private final transient List<String> missing;

    /// @param missing numbers that ought to be in the list and are not
    public BadRows(InventoryRefusal refusal, Found found, List<String> missing) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.headings = found.headings();
        this.rows = found.rows();
        this.missing = missing;
    }

    /// What was found in a file.
    public record Found(List<String> headings, List<Marked> rows) {}

    Refused refused(Words words) {
        var reasons = rows.stream()
                .flatMap(row -> row.reasons().stream())
                .map(reason -> reason.said(words))
                .toList();
        var refused = refuse(refusal)
                .with("count", reasons.size() + missing.size())
                .with("rows", reasons.stream().limit(MOST_REPORTED).toList());
        return missing.isEmpty()
                ? refused
                : refused.with("missing", missing.stream().limit(MOST_REPORTED).toList());
    }

    /// In the caller's language.
    String csv(Words words) {
        var line = CSVFormat.DEFAULT;
        var inChinese = words.language().equals(Locale.CHINESE);
        var csv = new StringBuilder()
                .append(MARK)
                .append(line.format(with(headings, words.inWords("heading", "REASON"))));
        for (var marked : rows) {
            var why = marked.reasons().stream()
                    .map(reason -> reason.column() + (inChinese ? "：" : ": ") + reason.said(words).reasonWords())
                    .collect(Collectors.joining(inChinese ? "；" : "; "));
            csv.append("\r\n").append(line.format(with(cells(marked.row()), why)));
        }
        for (var number : missing) {
            csv.append("\r\n").append(line.format(number, words.inWords("reason", "NUMBER_MISSING")));
        }
        return csv.append("\r\n").toString();
    }

    private List<String> cells(Row row) {
        return IntStream.range(0, headings.size())
                .mapToObj(row::cell)
                .map(BadRows::inert)
                .toList();
    }

    /// A spreadsheet would compute a cell that begins like a formula; a phone number it leaves alone.
    private static String inert(String cell) {
        return A_FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    private static Object[] with(List<String> cells, String last) {
        var all = new ArrayList<>(cells);
        all.add(last);
        return all.toArray();
    }
}
