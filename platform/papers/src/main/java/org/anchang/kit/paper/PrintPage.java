package org.anchang.kit.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A sheet as a page that a browser prints on A4, and of which [PaperPdf] makes a PDF: well-formed,
/// without scripts,
/// with nothing to fetch. Each copy is a page of its own that names its keeper.
public final class PrintPage {
    private static final List<String> ORDINALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");
    private static final String STYLE = """
            @page { size: A4 %s; margin: 12mm 14mm 11mm 14mm }
            body { font-family: 'Anchang Song', SimSun, '宋体', 'Noto Serif CJK SC', 'Songti SC', serif; font-size: 12pt;
                   color: #000; margin: 0; background: #fff }
            .copy { page-break-after: always }
            .copy.last { page-break-after: auto }
            .company { text-align: center; font-size: 12pt; margin: 0 0 2pt 0 }
            h1 { text-align: center; font-size: 17pt; font-weight: normal; margin: 0 0 8pt 0; letter-spacing: 2pt }
            h2 { text-align: center; font-size: 13pt; font-weight: normal; margin: 8pt 0 4pt 0 }
            table { border-collapse: collapse; width: 100%%; table-layout: fixed }
            table.grid td { border: 0.6pt solid #000; padding: 1pt 4pt; vertical-align: middle; text-align: left;
                            word-wrap: break-word; line-height: 1.25 }
            table.grid tr { page-break-inside: avoid }
            table.grid td.label { text-align: center; padding: 1pt 2pt }
            table.grid td.box { vertical-align: top; padding: 4pt 5pt }
            .said { overflow-wrap: break-word }
            .signed { text-align: right; padding-top: 6pt; white-space: nowrap }
            p { margin: 0; text-indent: 24pt; line-height: 1.9 }
            p.right { text-align: right; text-indent: 0 }
            p.note { text-indent: 0; line-height: 1.5; font-size: 10pt; padding-top: 4pt }
            table.foot { margin-top: 7pt }
            table.foot td { border: 0; font-size: 8pt; color: #333; vertical-align: bottom; padding: 0; line-height: 1.4 }
            table.foot td.code { width: 46pt; text-align: right }
            .code img { width: 42pt; height: 42pt }
            .keeper { font-size: 10pt; color: #000 }
            img.drawn { vertical-align: middle; margin: 0 2pt }
            .many table.grid { width: 99.6%% }
            .many table.grid td { font-size: 8.5pt; padding: 1pt }
            @media screen { body { padding: 16px; max-width: %dpx; margin: 0 auto } .copy { padding-bottom: 20px } }
            """;

    private static final int SIGNED = 30;
    private static final int MANY = 9;

    private final StringBuilder page = new StringBuilder();
    private final Sheet sheet;
    private final Letterhead head;

    private PrintPage(Sheet sheet, Letterhead head) {
        this.sheet = sheet;
        this.head = head;
    }

    public static String of(Sheet sheet, Letterhead head) {
        return new PrintPage(sheet, head).written();
    }

    private String written() {
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"/>")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>")
                .append(escaped(sheet.title()))
                .append("</title><style>")
                .append(style())
                .append("</style></head>")
                .append(sheet.columns().size() > MANY ? "<body class=\"many\">" : "<body>");
        var copies = sheet.copies().isEmpty() || head.isPreview()
                ? 1
                : sheet.copies().size();
        for (int copy = 0; copy < copies; copy++) {
            copy(copy, copy == copies - 1);
        }
        return page.append("</body></html>").toString();
    }

    private String style() {
        var style = new StringBuilder(
                STYLE.formatted(sheet.landscape() ? "landscape" : "portrait", sheet.landscape() ? 1060 : 740));
        var all = sheet.columns().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < sheet.columns().size(); i++) {
            style.append(".w%d { width: %.3f%% }\n"
                    .formatted(i, 100.0 * sheet.columns().get(i) / all));
        }
        sheet.rows().stream()
                .mapToInt(Sheet.Row::height)
                .distinct()
                .forEach(height -> style.append("td.h%1$d { height: %1$dpt } td.h%1$d .said { min-height: %2$dpt }\n"
                        .formatted(height, Math.max(0, height - SIGNED))));
        return style.toString();
    }

    private void copy(int copy, boolean isLast) {
        page.append("<div class=\"copy").append(isLast ? " last" : "").append("\">");
        if (!head.company().isEmpty()) {
            page.append("<div class=\"company\">")
                    .append(escaped(head.company()))
                    .append("</div>");
        }
        page.append("<h1>").append(escaped(sheet.title())).append("</h1>");
        var inGrid = false;
        for (var row : sheet.rows()) {
            var isGrid = row.kind() == Sheet.Kind.GRID;
            if (isGrid && !inGrid) {
                openGrid();
            } else if (!isGrid && inGrid) {
                page.append("</table>");
            }
            inGrid = isGrid;
            row(row);
        }
        if (inGrid) {
            page.append("</table>");
        }
        foot(copy);
        page.append("</div>");
    }

    /// The first row of a fixed table says how wide its columns are.
    private void openGrid() {
        page.append("<table class=\"grid\"><colgroup>");
        for (int i = 0; i < sheet.columns().size(); i++) {
            page.append("<col class=\"w").append(i).append("\"/>");
        }
        page.append("</colgroup>");
    }

    private void row(Sheet.Row row) {
        var text = row.cells().getFirst().text();
        switch (row.kind()) {
            case GRID -> {
                page.append("<tr>");
                row.cells().forEach(cell -> cell(cell, row.height()));
                page.append("</tr>");
            }
            case TEXT -> line("<p>", text, "</p>");
            case RIGHT -> line("<p class=\"right\">", text, "</p>");
            case HEADING -> line("<h2>", text, "</h2>");
            case NOTE -> line("<p class=\"note\">", text, "</p>");
        }
    }

    private void line(String open, String text, String close) {
        page.append(open).append(text.isEmpty() ? "&#160;" : inked(text)).append(close);
    }

    private void cell(Sheet.Cell cell, int height) {
        var isBox = !cell.foot().isEmpty();
        page.append("<td class=\"h")
                .append(height)
                .append(cell.label() ? " label" : "")
                .append(isBox ? " box" : "")
                .append("\" colspan=\"")
                .append(cell.span())
                .append("\">");
        if (isBox) {
            page.append("<div class=\"said\">").append(inked(cell.text())).append("</div><div class=\"signed\">");
            page.append(inked(cell.foot())).append("</div>");
        } else {
            page.append(inked(cell.text()));
        }
        page.append("</td>");
    }

    private void foot(int copy) {
        page.append("<table class=\"foot\"><tr><td>");
        if (!sheet.copies().isEmpty() && !head.isPreview()) {
            page.append("<span class=\"keeper\">").append(escaped(keeper(copy))).append("</span><br/>");
        }
        if (head.isPreview()) {
            page.append("预览　未打印留存，不作凭证");
        } else {
            page.append(escaped("单据编号 %s　版本 %d".formatted(head.print(), sheet.version())))
                    .append("<br/>")
                    .append(escaped("校验码 %s　%s".formatted(head.shortHash().toUpperCase(Locale.ROOT), head.by())))
                    .append("</td><td class=\"code\"><img alt=\"")
                    .append(escaped(head.check()))
                    .append("\" src=\"")
                    .append(CheckCode.picture(head.check()))
                    .append("\"/>");
        }
        page.append("</td></tr></table>");
    }

    private String keeper(int copy) {
        return keeper(sheet, copy);
    }

    static String keeper(Sheet sheet, int copy) {
        return "第" + ORDINALS.get(copy) + "联　" + sheet.copies().get(copy);
    }

    /// With the signatures that people drew.
    private static String inked(String text) {
        return DrawnSignature.split(text).stream()
                .map(part -> part.isDrawn() ? part.picture() : escaped(part.text()))
                .collect(Collectors.joining());
    }

    /// Line breaks are kept; what is no character of a document is left out.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("<br/>");
                default -> {
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
