package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anchang.customer.importing.CustomerImport.Format;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.RowReading;
import org.anchang.customer.importing.row.SourceSheet;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sheet.TableWriter;
import org.jspecify.annotations.Nullable;

/// CUS-8: rows that were not taken over, as they came and with the reason behind them, so that they can be
/// put right and sent again: in the columns and the kind of file that they came in.
@ApplicationScoped
class ErrorFile {
    private static final int AT_ONCE = 500;

    @Inject
    StagedRows staged;

    @Inject
    Words words;

    void write(CustomerImport one, OutputStream out) {
        var sheets = one.sheets();
        var read = one.read();
        var last = words.inWords("heading", "REASON");
        try (var file = one.format() == Format.XLSX ? TableWriter.workbook(out) : TableWriter.csv(out)) {
            @Nullable String name = null;
            int at = -1;
            long line = 0;
            for (var rows = staged.bad(one.id(), line, AT_ONCE);
                    !rows.isEmpty();
                    rows = staged.bad(one.id(), line, AT_ONCE)) {
                for (var row : rows) {
                    line = row.line();
                    var sheet = sheets.get(row.sheet());
                    var where = ReadSheet.where(read, line).sheet();
                    if (row.sheet() != at || !Objects.equals(where, name)) {
                        file.sheet(where, sheet.row(sheet.headings(), last));
                        at = row.sheet();
                        name = where;
                    }
                    file.row(sheet.row(row.texts(), said(one.kind(), sheet, row.reasons())));
                }
            }
        }
    }

    /// In the caller's language.
    String said(ImportKind kind, SourceSheet sheet, List<RowReading.Wrong> wrong) {
        var inChinese = words.language().equals(Locale.CHINESE);
        return wrong.stream()
                .map(one -> (one.field() == null ? "" : sheet.heading(one.field(), kind) + (inChinese ? "：" : ": "))
                        + words.inWords("importReason", one.reason()))
                .collect(Collectors.joining(inChinese ? "；" : "; "));
    }
}
