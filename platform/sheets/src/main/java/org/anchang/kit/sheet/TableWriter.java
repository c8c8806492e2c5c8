package org.anchang.kit.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Writes a table file row by row as the rows come, so that a file of any length takes no more memory than a short
/// one.
///
/// Promise (PAP-3): each cell is a text and stays what it is: a workbook has texts only, and in CSV what a spreadsheet
/// would take for a formula is made inert.
public abstract sealed class TableWriter implements AutoCloseable {
    private static final Pattern A_FORMULA = Pattern.compile("[=@\\t\\r]|[+-](?!\\d[\\d -]{5,}$|[ -]*$)");

    /// Begins a sheet; in CSV there is one, of no name.
    ///
    /// @param name absent: the first sheet's usual name
    public abstract void sheet(@Nullable String name, List<String> headings);

    public abstract void row(List<String> cells);

    @Override
    public abstract void close();

    /// CSV in UTF-8 with the mark without which a spreadsheet takes it for GBK.
    public static TableWriter csv(OutputStream out) {
        return new Csv(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    public static TableWriter workbook(OutputStream out) {
        return new Book(out);
    }

    /// A spreadsheet would compute a cell that begins like a formula; a phone number it leaves alone.
    public static String inert(String cell) {
        return A_FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    private static final class Csv extends TableWriter {
        private final CSVPrinter printer;

        Csv(Writer out) {
            try {
                out.write('\uFEFF');
                printer = new CSVPrinter(out, CSVFormat.DEFAULT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void sheet(@Nullable String name, List<String> headings) {
            row(headings);
        }

        @Override
        public void row(List<String> cells) {
            try {
                printer.printRecord(cells.stream().map(TableWriter::inert));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                printer.close(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Book extends TableWriter {
        private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
        private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        private static final int LONGEST_NAME = 31;

        private final ZipOutputStream zip;
        private final Writer out;
        private final List<String> names = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();
        private boolean inSheet;

        Book(OutputStream out) {
            zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            this.out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        }

        @Override
        public void sheet(@Nullable String name, List<String> headings) {
            end();
            names.add(free(name == null ? "Sheet" + (names.size() + 1) : name));
            begin("xl/worksheets/sheet" + names.size() + ".xml");
            write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            inSheet = true;
            row(headings);
        }

        @Override
        public void row(List<String> cells) {
            var row = new StringBuilder("<row>");
            for (var cell : cells) {
                if (cell.isEmpty()) {
                    row.append("<c/>");
                } else {
                    row.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    escape(cell, row);
                    row.append("</t></is></c>");
                }
            }
            write(row.append("</row>").toString());
        }

        @Override
        public void close() {
            if (names.isEmpty()) {
                sheet(null, List.of());
            }
            end();
            var sheets = new StringBuilder();
            var relations = new StringBuilder();
            var types = new StringBuilder();
            for (int i = 1; i <= names.size(); i++) {
                sheets.append("<sheet name=\"");
                escape(names.get(i - 1), sheets);
                sheets.append("\" sheetId=\"%d\" r:id=\"r%1$d\"/>".formatted(i));
                relations.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>"
                        .formatted(i, OFFICE));
                types.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                        .formatted(i, SHEET));
            }
            part(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, OFFICE, sheets));
            part("xl/_rels/workbook.xml.rels", relations(relations.toString()));
            part(
                    "_rels/.rels",
                    relations("<Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                            .formatted(OFFICE)));
            part("[Content_Types].xml", """
                    <Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package\
                    .relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>%s</Types>""".formatted(PACKAGE, SHEET, types));
            try {
                out.flush();
                zip.finish();
                zip.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String relations(String all) {
            return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
        }

        private String free(String name) {
            var plain = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
            var base = plain.isEmpty() ? "Sheet" : plain;
            for (int nth = 1; ; nth++) {
                var end = nth == 1 ? "" : " " + nth;
                var tried = base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
                if (taken.add(tried.toLowerCase(Locale.ROOT))) {
                    return tried;
                }
            }
        }

        private void end() {
            if (inSheet) {
                write("</sheetData></worksheet>");
                inSheet = false;
                endPart();
            }
        }

        private void part(String name, String content) {
            begin(name);
            write(content);
            endPart();
        }

        private void begin(String name) {
            try {
                zip.putNextEntry(new ZipEntry(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            write(HEAD);
        }

        private void endPart() {
            try {
                out.flush();
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(String text) {
            try {
                out.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// What XML cannot say is left out.
        private static void escape(String text, StringBuilder to) {
            text.codePoints().forEach(one -> {
                switch (one) {
                    case '<' -> to.append("&lt;");
                    case '>' -> to.append("&gt;");
                    case '&' -> to.append("&amp;");
                    case '"' -> to.append("&quot;");
                    case '\r' -> to.append("&#13;");
                    default -> {
                        if (one >= ' ' && one < 0xD800
                                || one == '\n'
                                || one == '\t'
                                || one >= 0xE000 && one != 0xFFFE && one != 0xFFFF) {
                            to.appendCodePoint(one);
                        }
                    }
                }
            });
        }
    }
}
