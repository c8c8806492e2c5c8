package org.anchang.kit.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A paper of many things as one workbook: a row each, under the labels of the sheet in its order. Rows leave as they
/// come, a hundred at a time, however many there are.
final class PaperList implements AutoCloseable {
    private static final int FLUSHED = 100;
    private static final int WIDTH = 16;

    private final List<Template.Column> columns;
    private final int height;
    private final Workbook book;
    private final Worksheet page;
    private int at;

    PaperList(Template template, OutputStream out) {
        columns = template.listed();
        height = template.rowHeight();
        book = PaperWorkbook.opened(out);
        page = book.newWorksheet(template.title());
        var widths = columns.stream().map(_ -> WIDTH).toList();
        PaperWorkbook.setUp(
                page,
                new Sheet(
                        template.name(),
                        template.title(),
                        template.version(),
                        widths,
                        true,
                        height,
                        List.of(),
                        List.of()));
        page.repeatRows(0);
        page.freezePane(0, 1);
        row(columns.stream().map(Template.Column::label).toList());
    }

    void add(Content content) {
        row(columns.stream().map(column -> Template.said(column, content)).toList());
    }

    private void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            page.inlineString(at, column, PaperWorkbook.cell(cells.get(column)));
        }
        page.range(at, 0, at, cells.size() - 1)
                .style()
                .fontName(PaperWorkbook.FONT)
                .fontSize(PaperWorkbook.SIZE)
                .fontColor("000000")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
        page.rowHeight(at, height);
        at++;
        if (at % FLUSHED == 0) {
            try {
                page.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        page.finish();
        book.close();
    }
}
