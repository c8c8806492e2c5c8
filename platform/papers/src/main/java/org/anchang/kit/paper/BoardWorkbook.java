package org.anchang.kit.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anchang.kit.paper.Board.Look;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/// A board as a workbook: a page for each block, landscape on A4, on A3 where it is wide; 宋体 of 12 points, each cell a
/// text on the colour of what it says (PAP-3).
public final class BoardWorkbook {
    private static final int WIDEST_ON_A4 = 8;
    private static final int WIDTH = 16;
    private static final int LABEL = 10;
    private static final int LINE = 16;
    private static final int HEAD = 25;
    private static final int TITLE = 16;
    private static final int FIRST_LINE = 4;
    private static final int LONGEST_NAME = 28;
    private static final float MARGIN = 0.4f;

    private final Worksheet page;
    private final Board board;
    private final Board.Block block;
    private final int last;

    private BoardWorkbook(Worksheet page, Board board, Board.Block block) {
        this.page = page;
        this.board = board;
        this.block = block;
        // The keys want to stand side by side, however few columns there are.
        this.last = Math.max(block.columns().size(), board.keys().size());
    }

    public static byte[] of(Board board) {
        var out = new ByteArrayOutputStream();
        var names = new HashSet<String>();
        try (var book = PaperWorkbook.opened(out)) {
            var blocks = board.blocks().isEmpty()
                    ? List.of(new Board.Block(board.title(), "", List.of(), List.of()))
                    : board.blocks();
            for (var block : blocks) {
                var page = book.newWorksheet(name(block.name(), names));
                new BoardWorkbook(page, board, block).write();
                page.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// As a page may be called, and no other is.
    private static String name(String wanted, Set<String> taken) {
        var plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        for (int i = 2; name.isEmpty() || !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 4)) + " " + i;
        }
        return name;
    }

    private void write() {
        setUp();
        across(0, board.title() + "　" + block.name(), TITLE, "center");
        across(1, board.under() + "　" + block.under(), PaperWorkbook.SIZE, "center");
        for (int i = 0; i < board.keys().size(); i++) {
            cell(2, i + 1, board.keys().get(i).says(), board.keys().get(i).look());
        }
        page.rowHeight(2, HEAD);
        cell(FIRST_LINE - 1, 0, "楼层", Look.HEAD);
        for (int i = 0; i < block.columns().size(); i++) {
            cell(FIRST_LINE - 1, i + 1, block.columns().get(i), Look.HEAD);
        }
        page.rowHeight(FIRST_LINE - 1, HEAD);
        var height = Math.max(HEAD, block.height() * LINE + 2);
        for (int row = 0; row < block.lines().size(); row++) {
            var line = block.lines().get(row);
            cell(FIRST_LINE + row, 0, line.label(), Look.HEAD);
            for (int i = 0; i < line.places().size(); i++) {
                var place = line.places().get(i);
                cell(FIRST_LINE + row, i + 1, String.join("\n", place.texts()), place.look());
            }
            page.rowHeight(FIRST_LINE + row, height);
        }
    }

    private void setUp() {
        page.width(0, LABEL);
        for (int i = 1; i <= last; i++) {
            page.width(i, WIDTH);
        }
        page.paperSize(last > WIDEST_ON_A4 ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        page.pageOrientation("landscape");
        page.setFitToPage(true);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        page.leftMargin(MARGIN);
        page.rightMargin(MARGIN);
        page.topMargin(MARGIN);
        page.bottomMargin(MARGIN);
        page.repeatRows(FIRST_LINE - 1);
        page.freezePane(1, FIRST_LINE);
    }

    private void across(int row, String text, int size, String side) {
        page.inlineString(row, 0, PaperWorkbook.cell(text));
        page.range(row, 0, row, last)
                .style()
                .fontName(PaperWorkbook.FONT)
                .fontSize(size)
                .fontColor("000000")
                .horizontalAlignment(side)
                .verticalAlignment("center")
                .merge()
                .set();
        page.rowHeight(row, HEAD);
    }

    private void cell(int row, int column, String text, Look look) {
        page.inlineString(row, column, PaperWorkbook.cell(text));
        page.range(row, column, row, column)
                .style()
                .fontName(PaperWorkbook.FONT)
                .fontSize(PaperWorkbook.SIZE)
                .fontColor(look.ink())
                .fillColor(look.fill())
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .borderStyle(BorderStyle.THIN)
                .set();
    }
}
