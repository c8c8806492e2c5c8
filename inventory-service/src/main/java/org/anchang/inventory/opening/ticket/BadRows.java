package org.anchang.inventory.opening.ticket;

import static org.anchang.kit.problem.Refused.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sheet.TableWriter;
import org.apache.commons.csv.CSVFormat;

/// INV-13: a list was refused for its rows. It is answered as a problem document, or, to whoever asks for `text/csv`,
/// as the bad rows themselves with a column that says why.
///
/// An answer, not a crash, and never logged: the rows are personal.
public final class BadRows extends RuntimeException {
    /// A row as it came, by the headings, and all that is wrong with it.
    public record Marked(List<String> cells, List<BadRow> reasons) {}

    private static final int MOST_REPORTED = 1_000;
    /// By which spreadsheets know UTF-8.
    private static final char MARK = '\uFEFF';

    private final transient InventoryRefusal refusal;
    private final transient List<String> headings;
    private final transient List<Marked> rows;
    private final transient List<ReadSheet> sheets;
    private final transient List<String> missing;

    /// @param missing numbers that ought to be in the list and are not
    public BadRows(InventoryRefusal refusal, Found found, List<String> missing) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.headings = found.headings();
        this.rows = found.rows();
        this.sheets = found.sheets();
        this.missing = missing;
    }

    /// What was found in a file.
    public record Found(List<String> headings, List<Marked> rows, List<ReadSheet> sheets) {}

    Refused refused(Words words) {
        var reasons = rows.stream()
                .flatMap(row -> row.reasons().stream())
                .map(reason -> reason.said(words, sheets))
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
                    .map(reason -> reason.column()
                            + (inChinese ? "：" : ": ")
                            + reason.said(words, sheets).reasonWords())
                    .collect(Collectors.joining(inChinese ? "；" : "; "));
            csv.append("\r\n")
                    .append(line.format(
                            with(marked.cells().stream().map(TableWriter::inert).toList(), why)));
        }
        for (var number : missing) {
            csv.append("\r\n").append(line.format(number, words.inWords("reason", "NUMBER_MISSING")));
        }
        return csv.append("\r\n").toString();
    }

    private static Object[] with(List<String> cells, String last) {
        var all = new ArrayList<>(cells);
        all.add(last);
        return all.toArray();
    }
}
