package org.anchang.inventory.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchang.inventory.sheet.UnreadableSheet.Why;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRulesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "GBK,''", "GB18030,''"})
    @DisplayName("INV-2 CSV in UTF-8, with and without its mark, and in GBK is recognised")
    void encodings(String charset, String mark) throws IOException {
        var file = file((mark + "楼栋,房号\r\n3栋, 01\u3000\r\n").getBytes(Charset.forName(charset)));

        try (var sheet = Sheet.open(file)) {
            assertThat(sheet.headings()).containsExactly("楼栋", "房号");
            assertThat(sheet.next()).isEqualTo(new Row(2, List.of("3栋", "01")));
            assertThat(sheet.hasNext()).isFalse();
        }
    }

    @Test
    @DisplayName("INV-2 rows keep their line; blank ones and those before the headings are passed over")
    void lines() throws IOException {
        var rows = rows(file("\n,\nA,B\n1,\"2\n3\"\n\n , \n4\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(rows).containsExactly(new Row(4, List.of("1", "2\n3")), new Row(7, List.of("4")));
        assertThat(rows.getLast().cell(1)).isEmpty();
    }

    @Test
    @DisplayName("INV-2 a broken byte is found in its cell and changes nothing else")
    void brokenByte() throws IOException {
        var bytes = "楼栋,房号\n3栋,01\n4栋,02\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 8] = (byte) 0xFF;

        var rows = rows(file(bytes));

        assertThat(rows.getFirst().cells()).containsExactly("3栋", "01");
        assertThat(rows.getLast().cells()).noneMatch(Row::isFormulaError);
        assertThat(Row.isWronglyEncoded(rows.getLast().cell(0))).isTrue();
        assertThat(Row.isWronglyEncoded(rows.getLast().cell(1))).isFalse();
    }

    @Test
    @DisplayName("INV-2 XLSX is recognised by its content; numbers are as typed, texts keep their zeros")
    void workbook() throws IOException {
        var file = folder.resolve("list.csv");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("价格表");
            sheet.value(0, 0, "房号");
            sheet.value(0, 1, "单价");
            sheet.value(2, 0, "01");
            sheet.value(2, 1, new BigDecimal("52229.87"));
            sheet.value(3, 0, 1);
            sheet.value(3, 1, 52229.870000000003);
            sheet.value(4, 0, 1200);
            sheet.value(4, 1, 0.1 + 0.2);
            sheet.value(5, 3, true);
        }

        try (var sheet = Sheet.open(file)) {
            assertThat(sheet.headings()).containsExactly("房号", "单价");
            var rows = new ArrayList<Row>();
            sheet.forEachRemaining(rows::add);
            assertThat(rows)
                    .containsExactly(
                            new Row(3, List.of("01", "52229.87")),
                            new Row(4, List.of("1", "52229.87")),
                            new Row(5, List.of("1200", "0.3")),
                            new Row(6, List.of("", "", "", "TRUE")));
        }
    }

    @Test
    @DisplayName("INV-2 hidden sheets are passed over; a formula counts with its value, and its errors show")
    void formulas() throws IOException {
        var rows = rows(workbook("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c></row>
                <row r="2"><c r="A2"><f>1.5*2</f><v>3</v></c><c r="B2" t="str"><f>"x"</f><v>x</v></c></row>
                <row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3"><f>A2*2</f></c></row>
                <row r="4"><c r="A4"><v>1E+300</v></c><c r="C4" t="inlineStr"><is><t>0a</t></is></c></row>
                """));

        assertThat(rows.get(0).cells()).containsExactly("3", "x");
        assertThat(rows.get(1).cells()).containsExactly("#DIV/0!", "=A2*2").allMatch(Row::isFormulaError);
        assertThat(rows.get(2).cells()).containsExactly("1E+300", "", "0a").noneMatch(Row::isFormulaError);
    }

    @Test
    @DisplayName("INV-2 what is no table is refused as a whole, with what it is instead")
    void unreadable() throws IOException {
        assertUnreadable(Why.IT_IS_EMPTY, new byte[0]);
        assertUnreadable(Why.IT_IS_EMPTY, "\n , \n".getBytes(StandardCharsets.UTF_8));
        assertUnreadable(Why.IT_IS_NEITHER_UTF_8_NOR_GBK, new byte[] {(byte) 0xff, (byte) 0xff, 1, 2});
        assertUnreadable(Why.IT_IS_NEITHER_UTF_8_NOR_GBK, "楼栋,房号\n".getBytes(StandardCharsets.UTF_16LE));
        assertUnreadable(Why.ITS_QUOTES_DO_NOT_CLOSE, "A,B\n1,\"2\n".getBytes(StandardCharsets.UTF_8));
        assertUnreadable(
                Why.IT_IS_AN_OLD_OR_LOCKED_WORKBOOK,
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1});
        assertUnreadable(Why.IT_IS_A_DAMAGED_WORKBOOK, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertUnreadable(
                Why.IT_IS_A_DAMAGED_WORKBOOK,
                Files.readAllBytes(workbook("<row r=\"1\"><c r=\"A1\" t=\"q\"><v>7</v></c></row>")));
    }

    private void assertUnreadable(Why why, byte[] content) throws IOException {
        var file = file(content);
        assertThatExceptionOfType(UnreadableSheet.class)
                .isThrownBy(() -> rows(file))
                .matches(unreadable -> unreadable.why() == why);
    }

    private static List<Row> rows(Path file) {
        try (var sheet = Sheet.open(file)) {
            var rows = new ArrayList<Row>();
            sheet.forEachRemaining(rows::add);
            return rows;
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("list.xlsx"), content);
    }

    /// A workbook of a hidden sheet without rows and a visible one with these.
    private Path workbook(String rows) throws IOException {
        var file = folder.resolve("written.xlsx");
        var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var parts = Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"hidden.xml\"/><Relationship Id=\"r2\" Target=\"seen.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook " + main + " xmlns:r=\"" + relations + "\"><sheets>"
                        + "<sheet name=\"old\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>"
                        + "<sheet name=\"new\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>",
                "xl/hidden.xml",
                "<worksheet " + main + "><sheetData/></worksheet>",
                "xl/seen.xml",
                "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
