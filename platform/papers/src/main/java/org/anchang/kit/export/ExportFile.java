package org.anchang.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A list as a workbook, written as its rows come: a hundred are in memory, however many there are.
///
/// Promise (PAP-3): a text is a text whatever it begins with, so that nothing is a formula and no identity
/// number or phone loses a digit; who had it written and when stands on top of it and at the head and foot
/// of each printed page.
public final class ExportFile implements AutoCloseable {
    private static final String FONT = "宋体";
    private static final int SIZE = 12;
    private static final int FLUSHED = 100;
    /// Lines in which the file says whose it is and what its columns are.
    private static final int HEAD = 2;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /// What begins a code in headers and footers is written twice.
    private static final String CODE = "&";

    private final Workbook book;
    private final Worksheet page;
    private int at;

    /// @param title     of the sheet
    /// @param watermark who had it written, and when
    public ExportFile(OutputStream out, String title, String watermark, List<ExportRows.Heading> headings) {
        book = new Workbook(out, "Anchang", "1.0");
        book.setGlobalDefaultFont(FONT, SIZE);
        page = book.newWorksheet(title);
        page.pageOrientation("landscape");
        page.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        var printed = watermark.replace(CODE, CODE + CODE);
        page.header(printed, Position.CENTER);
        page.footer(printed + "  &P / &N", Position.CENTER);
        page.repeatRows(HEAD - 1);
        page.freezePane(0, HEAD);
        page.inlineString(0, 0, watermark);
        page.style(0, 0).fontColor("808080").set();
        for (int column = 0; column < headings.size(); column++) {
            page.width(column, headings.get(column).width());
            page.inlineString(1, column, headings.get(column).text());
        }
        page.range(1, 0, 1, headings.size() - 1).style().bold().set();
        at = HEAD;
    }

    /// The words that say whose file it is.
    public static String watermark(Asked asked, Instant at) {
        var when = MOMENT.format(at.atZone(OfficeClock.OFFICE_ZONE));
        var who = asked.name().equals(asked.person()) ? asked.person() : asked.name() + "（" + asked.person() + "）";
        return asked.said("导出人：", "Exported by: ") + who + "  " + when + "  " + asked.project() + "  "
                + asked.said("仅供内部使用", "for use in the office only");
    }

    public void row(List<@Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        at++;
        if (at % FLUSHED == 0) {
            try {
                page.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Money money -> page.value(at, column, money.amount());
            case Number number -> page.value(at, column, number);
            case Instant moment -> page.inlineString(at, column, MOMENT.format(moment.atZone(OfficeClock.OFFICE_ZONE)));
            case LocalDate day -> page.inlineString(at, column, day.toString());
            default -> page.inlineString(at, column, value.toString());
        }
    }

    @Override
    public void close() {
        try {
            page.finish();
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
