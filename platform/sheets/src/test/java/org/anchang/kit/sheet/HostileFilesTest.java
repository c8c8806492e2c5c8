package org.anchang.kit.sheet;

import static org.anchang.test.AWorkbook.merged;
import static org.anchang.test.AWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.anchang.test.AWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SEC-4: a file that was made to end a process, or to keep it busy.
class HostileFilesTest {
    private record Number() implements KnownColumn {
        @Override
        public List<String> headings() {
            return List.of("排号");
        }

        @Override
        public boolean isRequired() {
            return true;
        }
    }

    private static final String HEADINGS = row(1, "排号");
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private int files;

    @Test
    @DisplayName("SEC-4 a cell or row that no spreadsheet has, or columns that no list has, are refused at once")
    void places() throws IOException {
        assertThat(why(cell("XFE2"))).isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        assertThat(why(cell("ZZZZZZ2"))).isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        assertThat(why(cell("FXSHRXW2"))).isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        assertThat(why(cell("A1048577"))).isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        assertThat(why(cell("A99999999999"))).isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        assertThat(why(cell("-1"))).isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        assertThat(why(cell("XFD2"))).isEqualTo(Why.ITS_COLUMNS_ARE_TOO_MANY);
        for (var line : List.of("2147483647", "2147483648", "1048577", "0", "-5", "1e9")) {
            assertThat(why(AWorkbook.of(HEADINGS, "<row r=\"" + line + "\"><c><v>1</v></c></row>")))
                    .as(line)
                    .isEqualTo(Why.A_CELL_LIES_OUTSIDE);
        }
        assertThat(why(AWorkbook.of(HEADINGS, row(3, 1), row(2, 2)))).isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        assertThat(why(AWorkbook.of(row(1, "排号"), "<row>" + "<c><v>1</v></c>".repeat(300) + "</row>")))
                .isEqualTo(Why.ITS_COLUMNS_ARE_TOO_MANY);
    }

    @Test
    @DisplayName("SEC-4 formats that go as far as the last column are no columns")
    void formatsOnly() throws IOException {
        var file = AWorkbook.of(HEADINGS, "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"XFD2\" s=\"1\"/></row>");

        assertThat(read(file.bytes())).containsExactly("7");
    }

    @Test
    @DisplayName("SEC-4 merged ranges and hidden columns without end do not cost more than what is read")
    void ranges() throws IOException {
        // The first of them goes across the sheet, as a remark does.
        assertThat(read(new AWorkbook()
                        .odd(
                                "a",
                                "<col min=\"2\" max=\"2147483647\" hidden=\"1\"/>",
                                merged("A2:XFD1048576"),
                                HEADINGS,
                                row(2, 7),
                                row(3, "x"))
                        .bytes()))
                .containsExactly("7");
        assertThat(why(new AWorkbook().odd("a", "", merged("A2:XFD1048576").repeat(5), HEADINGS, row(2, 7))))
                .isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        assertThat(why(new AWorkbook().odd("a", "", merged("A1:ZZZZZ9"), HEADINGS, row(2, 7))))
                .isEqualTo(Why.A_CELL_LIES_OUTSIDE);
    }

    @Test
    @DisplayName("SEC-4 numbers and texts without end are cut, entities of one's own are not read")
    void endless() throws IOException {
        assertThat(read(AWorkbook.of(HEADINGS, row(2, "<c r=\"@\"><v>1E999999999</v></c>"))
                        .bytes()))
                .containsExactly("1E+999999999");
        assertThat(read(AWorkbook.of(HEADINGS, row(2, "x".repeat(500_000))).bytes())
                        .getFirst())
                .hasSize(Book.LONGEST);
        assertThat(why(AWorkbook.of(HEADINGS, row(2, "x".repeat(5_000_000))))).isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        var names = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        assertThat(why(AWorkbook.of(names.toString()))).isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        assertThat(why(AWorkbook.of(names.toString().replace("<a", "<a b").replace("/>", "=\"\"/>"))))
                .isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        assertThat(why(AWorkbook.of("<row r=\"1\" x=\"" + "x".repeat(3 * MEGABYTE) + "\"/>")))
                .isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        assertThat(why(AWorkbook.of()
                        .part(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(1_000) + "\"><!ENTITY c \""
                                        + "&b;".repeat(1_000)
                                        + "\">]><worksheet><sheetData><row><c t=\"str\"><v>" + "&c;".repeat(1_000)
                                        + "</v></c></row></sheetData></worksheet>")))
                .isEqualTo(Why.IT_IS_A_DAMAGED_WORKBOOK);
        assertThat(why(("排号\n" + "1,".repeat(300_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Why.ITS_QUOTES_DO_NOT_CLOSE);
        assertThat(why(("排号\n\"" + "1\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Why.ITS_QUOTES_DO_NOT_CLOSE);
        assertThat(why(("排号\n" + "1,".repeat(300)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Why.ITS_COLUMNS_ARE_TOO_MANY);
        assertThat(why(("排号\n" + "\n".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Why.ITS_ROWS_ARE_TOO_MANY);
    }

    @Test
    @DisplayName("SEC-4 an archive of very many entries is not opened")
    void entries() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 3_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }

        assertThat(why(bytes.toByteArray())).isEqualTo(Why.IT_IS_TOO_LARGE);
    }

    @Test
    @Timeout(120)
    @DisplayName("SEC-4 files that inflate to gigabytes, sent side by side, end no process, however small its heap")
    void sideBySide() throws Exception {
        var cells = "<c t=\"inlineStr\"><is><t>" + "一".repeat(50) + "</t></is></c>";
        var files = List.of(
                inflating("xl/sharedStrings.xml", "<sst>", "<si><t>一二三四五六七八九十</t></si>", 40),
                inflating("xl/sharedStrings.xml", "<sst>", "<si><t>" + "一".repeat(900) + "</t></si>", 40),
                inflating("xl/sharedStrings.xml", "<sst>", "<si/>", 40),
                inflating("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<row>" + cells + "</row>", 300),
                inflating("xl/worksheets/sheet1.xml", "<worksheet><mergeCells>", merged("A1:B2"), 40),
                inflating("xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>", 40),
                inflating("xl/workbook.xml", "<workbook><sheets>", "<sheet name=\"a\" id=\"r1\"/>", 40),
                inflating("[Content_Types].xml", "<Types>", "<a/>", 40));

        var process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "-Xmx80m",
                                        "-XX:+UseSerialGC",
                                        "-XX:+ExitOnOutOfMemoryError",
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path")),
                                        HostileFilesTest.class.getName()),
                                files.stream().map(Path::toString))
                        .toList())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsExactly(
                        "ITS_TEXTS_ARE_TOO_MANY",
                        "ITS_TEXTS_ARE_TOO_MANY",
                        "ITS_TEXTS_ARE_TOO_MANY",
                        "IT_IS_TOO_LARGE",
                        "IT_IS_TOO_LARGE",
                        "IT_IS_TOO_LARGE",
                        "IT_IS_A_DAMAGED_WORKBOOK",
                        "read");
    }

    /// A process that reads files side by side, and says what became of them.
    ///
    /// @param files where they lie
    public static void main(String... files) throws Exception {
        var tasks = Stream.of(files)
                .map(file -> (Callable<String>) () -> {
                    var why = why(Path.of(file));
                    return why == null ? "read" : why.name();
                })
                .toList();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : all.invokeAll(tasks)) {
                System.out.println(answer.get());
            }
        }
    }

    private static AWorkbook cell(String reference) {
        return AWorkbook.of(HEADINGS, "<row r=\"2\"><c r=\"" + reference + "\"><v>1</v></c></row>");
    }

    /// A good workbook, one part of which goes on and on.
    private Path inflating(String part, String beginning, String piece, int megabytes) throws IOException {
        var file = folder.resolve("hostile-" + files++);
        var block = piece.repeat(MEGABYTE / piece.getBytes(StandardCharsets.UTF_8).length)
                .getBytes(StandardCharsets.UTF_8);
        var parts = AWorkbook.of(HEADINGS, row(2, 7)).parts();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var good : parts.entrySet()) {
                if (!good.getKey().equals(part)) {
                    zip.putNextEntry(new ZipEntry(good.getKey()));
                    zip.write(good.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(beginning.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
        }
        return file;
    }

    private List<String> read(byte[] content) throws IOException {
        var numbers = new ArrayList<String>();
        Table.read(
                file(content),
                List.of(new Number()),
                null,
                line -> numbers.add(line.cell(new Number()).text()));
        return numbers;
    }

    private @Nullable Why why(AWorkbook workbook) throws IOException {
        return why(workbook.bytes());
    }

    private @Nullable Why why(byte[] content) throws IOException {
        return why(file(content));
    }

    private static @Nullable Why why(Path file) {
        try {
            Table.read(file, List.of(new Number()), null, _ -> {});
            return null;
        } catch (UnreadableSheet e) {
            return e.why();
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("list-" + files++), content);
    }
}
