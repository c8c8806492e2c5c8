package org.anchang.kit.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A paper of many things as one workbook: a row each, under the labels of the sheet in its order. Rows leave as they
/// come, a hundred at a time, however many there are. It may have several volumes, a page of the workbook each.
final class PaperList implements AutoCloseable {
    private static final int FLUSHED = 100;
    private static final int WIDTH = 16;

    private final Template template;
    private final List<Template.Column> columns;
    private final int height;
    private final Workbook book;
    private Worksheet page;
    private int at;

    PaperList(Template template, OutputStream out) {
        this(template, template.title(), out);
    }

    /// @param volume what the first page is called
    PaperList(Template template, String volume, OutputStream out) {
        this.template = template;
        columns = template.listed();
        height = template.rowHeight();
        book = PaperWorkbook.opened(out);
        page = opened(volume);
    }

    /// Begins another page of the workbook.
    void next(String volume) {
        try {
            page.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page = opened(volume);
    }

    private Worksheet opened(String volume) {
        var opened = book.newWorksheet(volume);
        var widths = columns.stream().map(_ -> WIDTH).toList();
        PaperWorkbook.setUp(
                opened,
                new Sheet(
                        template.name(),
                        template.title(),
                        template.version(),
                        widths,
                        true,
                        height,
                        List.of(),
                        List.of()));
        opened.repeatRows(0);
        opened.freezePane(0, 1);
        at = 0;
        row(opened, columns.stream().map(Template.Column::label).toList());
        return opened;
    }

    void add(Content content) {
        row(page, columns.stream().map(column -> Template.said(column, content)).toList());
    }

    private void row(Worksheet page, List<String> cells) {
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
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        page.finish();
        book.close();
    }
}
