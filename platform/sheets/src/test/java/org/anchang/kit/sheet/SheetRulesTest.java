package org.anchang.kit.sheet;

import static org.anchang.test.AWorkbook.hiddenRow;
import static org.anchang.test.AWorkbook.merged;
import static org.anchang.test.AWorkbook.row;
import static org.anchang.test.AWorkbook.styled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sheet.Cell.Fault;
import org.anchang.kit.sheet.ReadSheet.Outcome;
import org.anchang.kit.sheet.ReadSheet.PassedOver;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.anchang.test.AWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRulesTest {
    private enum Known implements KnownColumn {
        BUILDING("楼栋", "幢号"),
        ROOM("房号", "室号"),
        AREA("建筑面积", "建面"),
        INTERIOR("套内建筑面积", "套内面积");

        private final List<String> headings;

        Known(String... headings) {
            this.headings = List.of(headings);
        }

        @Override
        public List<String> headings() {
            return headings;
        }

        @Override
        public boolean isRequired() {
            return this == BUILDING || this == ROOM;
        }
    }

    @TempDir
    Path folder;

    private final List<Line<Known>> lines = new ArrayList<>();
    private List<ReadSheet> sheets = List.of();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "GBK,''", "GB18030,''"})
    @DisplayName("INV-2 CSV in UTF-8, with and without its mark, and in GBK is recognised")
    void encodings(String charset, String mark) {
        read((mark + "楼栋,房号\r\n3栋, 01\u3000\r\n").getBytes(Charset.forName(charset)));

        assertThat(told()).containsExactly("2 3栋|01");
        assertThat(sheets.getFirst().sheet()).isNull();
    }

    @Test
    @DisplayName("INV-2 rows keep their line; blank ones and those before the headings are passed over")
    void lines() {
        read("\n,\n楼栋,房号\n1,\"2\n3\"\n\n , \n4\n".getBytes(StandardCharsets.UTF_8));

        assertThat(told()).containsExactly("4 1|2\n3", "7 4|");
    }

    @Test
    @DisplayName("INV-2 a broken byte is found in its cell and changes nothing else")
    void brokenByte() {
        var bytes = "楼栋,房号\n3栋,01\n4栋,02\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 8] = (byte) 0xFF;

        read(bytes);

        assertThat(told().getFirst()).isEqualTo("2 3栋|01");
        assertThat(lines.getLast().cell(Known.BUILDING).fault()).isEqualTo(Fault.WRONG_ENCODING);
        assertThat(lines.getLast().cell(Known.ROOM).fault()).isNull();
    }

    @Test
    @DisplayName("INV-2 XLSX is recognised by its content; numbers are as typed, texts keep their zeros")
    void workbook() throws IOException {
        var file = folder.resolve("list.csv");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("价格表");
            sheet.value(0, 0, "楼栋");
            sheet.value(0, 1, "房号");
            sheet.value(0, 2, "建筑面积");
            sheet.value(2, 1, "01");
            sheet.value(2, 2, new BigDecimal("52229.87"));
            sheet.value(3, 1, 1);
            sheet.value(3, 2, 52229.870000000003);
            sheet.value(4, 1, 1200);
            sheet.value(4, 2, 0.1 + 0.2);
            sheet.value(5, 0, true);
        }

        sheets = Table.read(file, List.of(Known.values()), null, lines::add);

        assertThat(told()).containsExactly("3 |01|52229.87", "4 |1|52229.87", "5 |1200|0.3", "6 TRUE|");
    }

    @Test
    @DisplayName("INV-2 a formula counts with its value, and its errors show")
    void formulas() {
        read(AWorkbook.of(
                row(1, "楼栋", "房号", "建面"),
                row(2, "<c r=\"@\"><f>1.5*2</f><v>3</v></c>", "<c r=\"@\" t=\"str\"><f>\"x\"</f><v>x</v></c>"),
                row(3, "<c r=\"@\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "<c r=\"@\"><f>A2*2</f></c>"),
                row(4, "<c r=\"@\"><v>1E+300</v></c>", "0a", "<c r=\"@\" t=\"e\"><v>#N/A</v></c>")));

        assertThat(told()).containsExactly("2 3|x", "3 #DIV/0!|=A2*2", "4 1E+300|0a|#N/A");
        assertThat(faults(1)).containsExactly(Fault.FORMULA_ERROR, Fault.FORMULA_ERROR, null);
        assertThat(faults(2)).containsExactly(Fault.NO_TEXT, null, Fault.FORMULA_ERROR);
    }

    @Test
    @DisplayName(
            "INV-2 what a cell shows is its text where its format is simple; a date, a truth or a fraction is none")
    void shown() {
        read(AWorkbook.of(
                row(1, "楼栋", "房号", "建面"),
                row(2, styled(3, 7), styled(1, 1), styled(8, 1234.5)),
                row(3, styled(4, 3), styled(2, 46024), 1),
                row(4, styled(7, 46024), styled(6, 46024), "<c r=\"@\" t=\"d\"><v>2026-01-02</v></c>"),
                row(5, "<c r=\"@\" t=\"b\"><v>1</v></c>", styled(5, 0.5), styled(99, 12)),
                row(6, "1-2", "1月2日", "2-Jan"),
                row(7, "1/2", "2026/1/2", "12-31")));

        assertThat(told())
                .containsExactly(
                        "2 7栋|01|1234.5",
                        "3 3|2026-01-02|1",
                        "4 2026-01-02|2026-01-02|2026-01-02",
                        "5 TRUE|0.5|12",
                        "6 1-2|1月2日|2-Jan",
                        "7 1/2|2026/1/2|12-31");
        assertThat(faults(0)).containsExactly(null, null, Fault.NO_TEXT);
        assertThat(faults(1)).containsExactly(null, Fault.A_DATE, null);
        assertThat(faults(2)).containsExactly(Fault.A_DATE, Fault.A_DATE, Fault.A_DATE);
        assertThat(faults(3)).containsExactly(Fault.NO_TEXT, Fault.NO_TEXT, null);
        assertThat(faults(4)).containsExactly(null, Fault.A_DATE, Fault.A_DATE);
        assertThat(faults(5)).containsExactly(null, Fault.A_DATE, null);
    }

    @Test
    @DisplayName("INV-2 a workbook that counts from 1904 tells its dates as they are")
    void dates() {
        read(
                AWorkbook.of(row(1, "楼栋", "房号"), row(2, "1栋", styled(2, 44562)))
                        .part(
                                "xl/workbook.xml",
                                "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"));

        assertThat(told()).containsExactly("2 1栋|2026-01-02");
    }

    @Test
    @DisplayName("INV-2 texts come from the list of texts as well, in pieces; how they are spoken is no part of them")
    void texts() {
        read(
                AWorkbook.of(
                                row(1, "楼栋", "房号"),
                                row(
                                        2,
                                        "<c r=\"@\" t=\"s\"><v>0</v></c>",
                                        "<c r=\"@\" t=\"inlineStr\"><is><r><t>0</t></r><r><t>1</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></is></c>"))
                        .part(
                                "xl/sharedStrings.xml",
                                "<sst><si><r><t>3</t></r><r><t xml:space=\"preserve\">栋_x000D_ </t></r><rPh sb=\"0\" eb=\"1\"><t>dong</t></rPh><phoneticPr fontId=\"1\"/></si></sst>"));

        assertThat(told()).containsExactly("2 3栋|01");
    }

    @Test
    @DisplayName("INV-2 headings are known in all their writings; of those that are not it is told what would be")
    void headings() {
        read("幢 号,室号：,建筑面积（㎡）,套内建筑面积[平方米],备注\n1,01,100,80,x\n".getBytes(StandardCharsets.UTF_8));

        assertThat(told()).containsExactly("2 1|01|100|80");
        assertThat(sheets.getFirst().unknownColumns()).containsExactly("备注");
        read("楼 栋,ＲＯＯＭ,建面/m²,单价\n".getBytes(StandardCharsets.UTF_8), Why.HEADINGS_ARE_UNKNOWN);
        var facts = refused("楼栋,房间,建面 M2\n1,01,100\n");
        assertThat(facts).containsEntry("columns", List.of("房号")).containsEntry("unknown", List.of("房间"));
        assertThat((List<?>) facts.get("known"))
                .isEqualTo(List.of(
                        new ReadSheet.Absent("房号", List.of("房号", "室号")),
                        new ReadSheet.Absent("套内建筑面积", List.of("套内建筑面积", "套内面积"))));
    }

    @Test
    @DisplayName("INV-2 headings may stand on two lines, with measures beneath; merged cells stand in all their places")
    void merged_() {
        read(new AWorkbook()
                .odd(
                        "一房一价",
                        "",
                        merged("A1:D1")
                                + merged("A2:A3")
                                + merged("B2:B3")
                                + merged("C2:D2")
                                + merged("A5:A6")
                                + merged("A7:B7"),
                        row(1, "松风一房一价表"),
                        row(2, "楼栋", "房号", "面积（㎡）"),
                        row(3, null, null, "建筑", "套内"),
                        row(4, "㎡"),
                        row(5, "1栋", "01", 100, 80),
                        row(6, null, "02", 101, 81),
                        row(7, "合计", null, 201, 161),
                        row(8, "楼栋", "房号"),
                        row(9, "注：以上价格不含税费"),
                        row(10, "1栋", "03", 102)));

        assertThat(told()).containsExactly("5 1栋|01|100|80", "6 1栋|02|101|81", "10 1栋|03|102");
        var sheet = sheets.getFirst();
        assertThat(sheet.columns().getLast()).isEqualTo(new ReadSheet.Column("面积（㎡） 套内", "套内建筑面积"));
        assertThat(sheet.passedOver())
                .containsExactly(
                        new PassedOver(7, "合计", PassedOver.Why.TOTAL),
                        new PassedOver(8, "楼栋", PassedOver.Why.HEADINGS),
                        new PassedOver(9, "注：以上价格不含税费", PassedOver.Why.REMARK));
    }

    @Test
    @DisplayName(
            "INV-2 all sheets with headings are read, or the one that is asked for; what is hidden is told, not read")
    void sheets() {
        var workbook = new AWorkbook()
                .with("说明", row(1, "本表由销售部编制"))
                .with("1栋", row(1, "楼栋", "房号"), row(2, "1栋", "01"), hiddenRow(3, "1栋", "02"))
                .odd(
                        "2栋",
                        "<col min=\"3\" max=\"3\" hidden=\"1\"/>",
                        "",
                        row(1, "房号", "楼栋", "建面"),
                        row(2, "03", "2栋", 9))
                .hidden("旧", row(1, "楼栋", "房号"), row(2, "9栋", "01"));

        read(workbook);

        assertThat(told()).containsExactly("2 1栋|01", "5 2栋|03");
        assertThat(sheets.stream().map(sheet -> sheet.sheet() + " " + sheet.outcome() + " " + sheet.rows()))
                .containsExactly("说明 NO_HEADINGS 0", "1栋 READ 1", "2栋 READ 1", "旧 HIDDEN 0");
        assertThat(sheets.get(1).hiddenRows()).isEqualTo(1);
        assertThat(sheets.get(2).hiddenColumns()).containsExactly("建面");
        assertThat(ReadSheet.where(sheets, 5)).isEqualTo(new ReadSheet.Where("2栋", 2));

        read(workbook.bytes(), "旧");

        assertThat(told()).containsExactly("2 9栋|01");
        assertThat(sheets.getFirst().outcome()).isEqualTo(Outcome.NOT_ASKED_FOR);
        assertThatExceptionOfType(UnreadableSheet.class)
                .isThrownBy(() -> read(workbook.bytes(), "3栋"))
                .satisfies(e -> assertThat(
                                e.refused(KitRefusal.REQUEST_NOT_UNDERSTOOD).facts())
                        .containsEntry("why", "NO_SUCH_SHEET")
                        .containsEntry("sheets", List.of("说明", "1栋", "2栋", "旧")));
    }

    @Test
    @DisplayName(
            "INV-2 a second sheet that looks like a list is not left out for a heading; a column that is hidden is missed")
    void secondSheet() {
        var first = new AWorkbook().with("1栋", row(1, "楼栋", "房号"), row(2, "1栋", "01"));
        assertUnreadable(
                Why.A_SHEET_LACKS_COLUMNS,
                first.with("2栋", row(1, "楼栋", "房间号码"), row(2, "2栋", "01")).bytes());
        assertUnreadable(
                Why.COLUMNS_ARE_HIDDEN,
                new AWorkbook()
                        .odd(
                                "1栋",
                                "<col min=\"2\" max=\"2\" hidden=\"1\"/>",
                                "",
                                row(1, "楼栋", "房号"),
                                row(2, "1栋", "01"))
                        .bytes());
    }

    @Test
    @DisplayName("INV-2 what is no table is refused as a whole, with what it is instead")
    void unreadable() throws IOException {
        assertUnreadable(Why.IT_IS_EMPTY, new byte[0]);
        assertUnreadable(Why.IT_IS_EMPTY, text("\n , \n"));
        assertUnreadable(Why.IT_HAS_NO_ROWS, text("楼栋,房号\n"));
        assertUnreadable(Why.COLUMNS_ARE_MISSING, text("楼栋\n1栋\n"));
        assertUnreadable(Why.A_COLUMN_STANDS_TWICE, text("楼栋,幢号,房号\n1栋,1栋,1\n"));
        assertUnreadable(Why.IT_IS_NEITHER_UTF_8_NOR_GBK, new byte[] {(byte) 0xff, (byte) 0xfd, 1, 2});
        assertUnreadable(Why.IT_IS_UTF_16, "楼栋,房号\n".getBytes(StandardCharsets.UTF_16LE));
        assertUnreadable(Why.IT_IS_UTF_16, "楼栋,房号\n".getBytes(StandardCharsets.UTF_16BE));
        assertUnreadable(Why.IT_IS_UTF_16, "\uFEFF楼栋\t房号\n".getBytes(StandardCharsets.UTF_16LE));
        assertUnreadable(Why.IT_IS_UTF_16, "\uFEFF楼栋\t房号\n".getBytes(StandardCharsets.UTF_16BE));
        assertUnreadable(Why.ITS_QUOTES_DO_NOT_CLOSE, text("楼栋,房号\n1,\"2\n"));
        assertUnreadable(Why.IT_IS_AN_OLD_WORKBOOK, old("Workbook"));
        assertUnreadable(Why.IT_IS_A_LOCKED_WORKBOOK, old("EncryptedPackage"));
        assertUnreadable(Why.IT_IS_ANOTHER_OFFICE_DOCUMENT, old("WordDocument"));
        assertUnreadable(Why.IT_IS_A_PDF, text("%PDF-1.7\n"));
        assertUnreadable(Why.IT_IS_A_PICTURE, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        assertUnreadable(Why.IT_IS_A_WEB_PAGE, text("\uFEFF<html><table><tr><td>楼栋</td></tr></table></html>"));
        assertUnreadable(Why.IT_IS_A_WEB_PAGE, text("<?xml version=\"1.0\"?><Workbook/>"));
        assertUnreadable(Why.IT_IS_A_BINARY_WORKBOOK, zip(Map.of("xl/workbook.bin", "x")));
        assertUnreadable(
                Why.IT_IS_ANOTHER_OFFICE_DOCUMENT,
                zip(Map.of(
                        "[Content_Types].xml",
                        "<Types/>",
                        "_rels/.rels",
                        "<R><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>",
                        "word/document.xml",
                        "<document/>")));
        assertUnreadable(Why.IT_IS_AN_ARCHIVE, zip(Map.of("价格表.csv", "楼栋")));
        assertUnreadable(Why.IT_IS_A_DAMAGED_WORKBOOK, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertUnreadable(
                Why.IT_IS_A_DAMAGED_WORKBOOK,
                AWorkbook.of(row(1, "<c r=\"@\" t=\"q\"><v>7</v></c>")).bytes());
        assertUnreadable(
                Why.IT_IS_A_DAMAGED_WORKBOOK,
                AWorkbook.of(row(1, "<c r=\"@\" t=\"s\"><v>7</v></c>")).bytes());
        var whole = AWorkbook.of(row(1, "楼栋", "房号"), row(2, "1栋", "01")).bytes();
        assertUnreadable(Why.IT_IS_A_DAMAGED_WORKBOOK, Arrays.copyOf(whole, whole.length / 2));
    }

    private List<String> told() {
        return lines.stream()
                .map(line -> line.number() + " "
                        + String.join(
                                "|",
                                Arrays.stream(Known.values())
                                        .filter(column -> column.isRequired()
                                                || !line.cell(column).isEmpty())
                                        .map(column -> line.cell(column).text())
                                        .toList()))
                .toList();
    }

    private List<@Nullable Fault> faults(int line) {
        var faults = new ArrayList<@Nullable Fault>();
        for (var column : List.of(Known.BUILDING, Known.ROOM, Known.AREA)) {
            faults.add(lines.get(line).cell(column).faultAsName());
        }
        return faults;
    }

    private void read(AWorkbook workbook) {
        read(workbook.bytes());
    }

    private void read(byte[] content) {
        read(content, (String) null);
    }

    private void read(byte[] content, @Nullable String sheet) {
        lines.clear();
        sheets = Table.read(file(content), List.of(Known.values()), sheet, lines::add);
    }

    @Test
    @DisplayName("PAP-3 what is written as a workbook or CSV is read as it was, and none of it is a formula")
    void written() throws IOException {
        for (var kind : List.of("csv", "xlsx")) {
            var bytes = new ByteArrayOutputStream();
            try (var table = kind.equals("csv") ? TableWriter.csv(bytes) : TableWriter.workbook(bytes)) {
                table.sheet("1栋/2栋", List.of("楼栋", "房号"));
                table.row(List.of("<1 & 2栋>\u0001", "00\"1\""));
                table.row(List.of("+86 13903790001", ""));
                table.row(List.of("=1+1", "x"));
            }
            var file = Files.write(folder.resolve("written." + kind), bytes.toByteArray());
            var texts = new ArrayList<List<String>>();
            Table.read(file, List.of(Known.values()), null, line -> texts.add(line.texts()));

            assertThat(texts).as(kind).hasSize(3);
            assertThat(texts.get(0).get(0)).startsWith("<1 & 2栋>");
            assertThat(texts.get(0).get(1)).isEqualTo("00\"1\"");
            assertThat(texts.get(1).getFirst()).isEqualTo("+86 13903790001");
            assertThat(texts.get(2).getFirst()).isEqualTo(kind.equals("csv") ? "'=1+1" : "=1+1");
        }
    }

    @Test
    @DisplayName("CUS-8 a first row that says what is also a heading, under another one, is a row")
    void headingAsValue() {
        read("楼栋,房号,建面,套内面积\n一栋,建面,大,室号\n".getBytes(StandardCharsets.UTF_8));

        assertThat(told()).containsExactly("2 一栋|建面|大|室号");
    }

    @Test
    @DisplayName("SEC-4 why a file is no table is said in English and in Chinese")
    void words() throws IOException {
        for (var language : List.of("en", "zh")) {
            var words = new Properties();
            try (var file = Objects.requireNonNull(
                    SheetRulesTest.class.getResourceAsStream("/kit_facts_" + language + ".properties"))) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            assertThat(words.stringPropertyNames())
                    .containsAll(
                            Stream.of(Why.values()).map(why -> "why." + why).toList());
        }
    }

    private void read(byte[] content, Why why) {
        assertUnreadable(why, content);
    }

    private Map<String, Object> refused(String csv) {
        try {
            read(text(csv));
            throw new AssertionError("it was read");
        } catch (UnreadableSheet e) {
            return e.refused(KitRefusal.REQUEST_NOT_UNDERSTOOD).facts();
        }
    }

    private void assertUnreadable(Why why, byte[] content) {
        assertThatExceptionOfType(UnreadableSheet.class)
                .isThrownBy(() -> read(content))
                .matches(unreadable -> unreadable.why() == why, why.name());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// An OLE file whose directory, far within it, names that.
    private static byte[] old(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1});
        bytes.write(new byte[65_520]);
        bytes.write(entry.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("list.xlsx"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
