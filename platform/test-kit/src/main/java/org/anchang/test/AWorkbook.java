package org.anchang.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook made by hand, so that it can be odd.
public final class AWorkbook {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    /// By the place of their style: 1 is the first.
    private static final String[] FORMATS = {
        "00", "m&quot;月&quot;d&quot;日&quot;", "0&quot;栋&quot;", "0_ ", "# ?/?", "[$-804]yyyy/m/d;@"
    };

    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private int count;

    /// With one sheet of these rows.
    public static AWorkbook of(String... rows) {
        return new AWorkbook().with("Sheet1", rows);
    }

    public AWorkbook with(String name, String... rows) {
        return sheet(name, "", "", "", rows);
    }

    public AWorkbook hidden(String name, String... rows) {
        return sheet(name, " state=\"hidden\"", "", "", rows);
    }

    /// @param columns elements `col`
    /// @param merged  elements `mergeCell`
    public AWorkbook odd(String name, String columns, String merged, String... rows) {
        return sheet(name, "", columns, merged, rows);
    }

    private AWorkbook sheet(String name, String state, String columns, String merged, String... rows) {
        count++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"r%2$d\"/>".formatted(name, count, state));
        relations.append("<Relationship Id=\"r%d\" Target=\"worksheets/sheet%1$d.xml\"/>".formatted(count));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet %s>%s<sheetData>%s</sheetData>%s</worksheet>"
                        .formatted(
                                MAIN,
                                columns.isEmpty() ? "" : "<cols>" + columns + "</cols>",
                                String.join("", rows),
                                merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>"));
    }

    public AWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /// @param cells texts, numbers; an element `c` as it stands, `@` for its place; null for none
    public static String row(int line, Object... cells) {
        return rowWith(line, "", cells);
    }

    public static String hiddenRow(int line, Object... cells) {
        return rowWith(line, " hidden=\"1\"", cells);
    }

    private static String rowWith(int line, String how, Object... cells) {
        var row = new StringBuilder("<row r=\"%d\"%s>".formatted(line, how));
        for (int i = 0; i < cells.length; i++) {
            var at = letters(i) + line;
            row.append(
                    switch (cells[i]) {
                        case null -> "";
                        case Number number -> "<c r=\"%s\"><v>%s</v></c>".formatted(at, number);
                        case String raw when raw.startsWith("<c ") -> raw.replace("@", at);
                        case Object text -> "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text);
                    });
        }
        return row.append("</row>").toString();
    }

    /// `B`.
    private static String letters(int column) {
        var before = column < 26 ? "" : letters(column / 26 - 1);
        return before + (char) ('A' + column % 26);
    }

    /// A number in one of the formats.
    public static String styled(int style, Object number) {
        return "<c r=\"@\" s=\"%d\"><v>%s</v></c>".formatted(style, number);
    }

    public static String merged(String range) {
        return "<mergeCell ref=\"" + range + "\"/>";
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// All of them, by their names.
    public Map<String, String> parts() {
        var all = new LinkedHashMap<>(parts);
        var formats = new StringBuilder();
        var styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < FORMATS.length; i++) {
            formats.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(164 + i, FORMATS[i]));
            styles.append("<xf numFmtId=\"%d\"/>".formatted(164 + i));
        }
        // 7: a date as Chinese workbooks keep it; 8: two decimals.
        styles.append("<xf numFmtId=\"58\"/><xf numFmtId=\"4\"/>");
        all.putIfAbsent("[Content_Types].xml", "<Types/>");
        all.putIfAbsent("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        all.putIfAbsent(
                "xl/workbook.xml",
                "<workbook %s xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, sheets));
        all.putIfAbsent(
                "xl/styles.xml",
                "<styleSheet %s><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(MAIN, formats, styles));
        return all;
    }
}
