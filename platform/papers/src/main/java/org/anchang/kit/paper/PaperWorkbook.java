package org.anchang.kit.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A sheet as a workbook: black 宋体 of 12 points, the rows as high as the sheet says, on A4 as it is. All
/// cells are
/// texts: none is a formula, and no identity number a number (PAP-3).
public final class PaperWorkbook {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String FONT = "宋体";
    static final int SIZE = 12;
    private static final int LINE = 16;
    private static final float MARGIN = 0.5f;
    private static final float FOOTER = 0.3f;

    private final Worksheet page;
    private final Sheet sheet;
    private int at;

    private PaperWorkbook(Worksheet page, Sheet sheet) {
        this.page = page;
        this.sheet = sheet;
    }

    public static byte[] of(Sheet sheet, Letterhead head) {
        var out = new ByteArrayOutputStream();
        try (var book = opened(out)) {
            var page = book.newWorksheet(sheet.title());
            new PaperWorkbook(page, sheet).write(head);
            page.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Workbook opened(OutputStream out) {
        var book = new Workbook(out, "Anchang", "1.0");
        book.setGlobalDefaultFont(FONT, SIZE);
        return book;
    }

    private void write(Letterhead head) {
        setUp(page, sheet);
        if (!head.company().isEmpty()) {
            line(head.company(), "center", sheet.rowHeight());
        }
        line(sheet.title(), "center", sheet.rowHeight());
        for (var row : sheet.rows()) {
            var text = row.cells().getFirst().text();
            switch (row.kind()) {
                case GRID -> grid(row);
                case TEXT -> line("　　" + text, "left", row.height());
                case RIGHT -> line(text, "right", row.height());
                case HEADING -> line(text, "center", row.height());
                case NOTE -> line(text, "left", row.height());
            }
        }
        if (!sheet.copies().isEmpty()) {
            line(keepers(), "left", sheet.rowHeight());
        }
        if (!head.isPreview()) {
            line("单据编号 " + head.print() + "　版本 " + sheet.version(), "left", sheet.rowHeight());
            line("校验码 " + head.hash(), "left", sheet.rowHeight());
            page.footer(head.check(), Position.LEFT);
        }
    }

    /// Who keeps which copy: a workbook is one for all of them.
    private String keepers() {
        return IntStream.range(0, sheet.copies().size())
                .mapToObj(copy -> PrintPage.keeper(sheet, copy))
                .collect(Collectors.joining("；"));
    }

    /// What every workbook of the office has: it prints on A4, as wide as the page.
    static void setUp(Worksheet page, Sheet sheet) {
        for (int i = 0; i < sheet.columns().size(); i++) {
            page.width(i, sheet.columns().get(i));
        }
        page.paperSize(PaperSize.A4_PAPER);
        page.pageOrientation(sheet.landscape() ? "landscape" : "portrait");
        page.setFitToPage(true);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        page.leftMargin(MARGIN);
        page.rightMargin(MARGIN);
        page.topMargin(MARGIN);
        page.bottomMargin(MARGIN);
        page.footerMargin(FOOTER);
    }

    private void line(String written, String side, int height) {
        var text = DrawnSignature.without(written);
        var last = sheet.columns().size() - 1;
        page.inlineString(at, 0, cell(text));
        page.range(at, 0, at, last)
                .style()
                .fontName(FONT)
                .fontSize(SIZE)
                .fontColor("000000")
                .horizontalAlignment(side)
                .verticalAlignment("center")
                .wrapText(true)
                .merge()
                .set();
        page.rowHeight(at, Math.max(height, lines(text, width(0, last + 1)) * LINE));
        at++;
    }

    private void grid(Sheet.Row row) {
        var column = 0;
        var height = row.height();
        for (var cell : row.cells()) {
            var isBox = !cell.foot().isEmpty();
            var text = DrawnSignature.without(isBox ? cell.text() + "\n\n" + cell.foot() : cell.text());
            height = Math.max(height, lines(text, width(column, cell.span())) * LINE);
            page.inlineString(at, column, cell(text));
            var style = page.range(at, column, at, column + cell.span() - 1)
                    .style()
                    .fontName(FONT)
                    .fontSize(SIZE)
                    .fontColor("000000")
                    .horizontalAlignment(cell.label() ? "center" : "left")
                    .verticalAlignment(isBox ? "top" : "center")
                    .wrapText(true)
                    .borderStyle(BorderStyle.THIN);
            if (cell.span() > 1) {
                style.merge();
            }
            style.set();
            column += cell.span();
        }
        page.rowHeight(at, height);
        at++;
    }

    private int width(int first, int span) {
        return List.copyOf(sheet.columns()).subList(first, first + span).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// How many lines a text takes: a Chinese character is as wide as two others.
    static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> 1 + Math.max(0, wide(line) - 1) / Math.max(1, width))
                .sum();
    }

    private static int wide(String line) {
        return line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    /// PAP-3: an inline text is never computed; what a workbook cannot hold is left out.
    static String cell(String text) {
        var cell = new StringBuilder();
        text.codePoints()
                .filter(c -> c >= ' ' || c == '\n')
                .filter(c -> c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
                .forEach(cell::appendCodePoint);
        return cell.toString();
    }
}
