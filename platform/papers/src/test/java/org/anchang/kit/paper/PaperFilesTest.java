package org.anchang.kit.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Each file is read again by another library than the one that wrote it.
class PaperFilesTest {
    private static final Letterhead HEAD = new Letterhead(
            "洛阳公司",
            "P000007",
            "ab12".repeat(16),
            "http://localhost:8080/console/papers/deal/1/ab12",
            "打印 郑云　2026-11-30 09:12");
    private final Template template = Template.named("sample");
    private final Content content = Content.filling()
            .with("name", "=HYPERLINK(\"http://x\")")
            .with("idNumber", "410303199001011231")
            .with("unit", "@3栋-3101")
            .with("opinion", "+同意\n第二行")
            .row("fees", Map.of("label", "-契税", "amount", "11900.00"))
            .row("fees", Map.of("label", "<b>&维修基金", "amount", "0.10"))
            .content();

    @Test
    @DisplayName(
            "PAP-3 names, numbers and signs that look like formulas are texts in every cell; PAP-1 black 宋体 of 12 points on A4")
    void workbook() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(PaperWorkbook.of(template.filled(content), HEAD)))) {
            var sheet = book.getSheetAt(0);
            var texts = new ArrayList<String>();
            for (var row : sheet) {
                for (var cell : row) {
                    if (cell.getCellType() == CellType.BLANK) {
                        continue;
                    }
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    var font = book.getFontAt(cell.getCellStyle().getFontIndex());
                    assertThat(font.getFontName()).isEqualTo("宋体");
                    assertThat(font.getFontHeightInPoints()).isEqualTo((short) 12);
                    texts.add(cell.getStringCellValue());
                }
            }
            assertThat(texts)
                    .containsSubsequence(
                            "洛阳公司",
                            "样单",
                            "客户姓名",
                            "=HYPERLINK(\"http://x\")",
                            "证件号码",
                            "410303199001011231",
                            "税费",
                            "-契税",
                            "金额",
                            "11900.00",
                            "税费",
                            "<b>&维修基金",
                            "购房目的",
                            "□自用 □投资",
                            "房号",
                            "@3栋-3101");
            assertThat(sheet.getRow(2).getHeightInPoints()).isEqualTo(25);
            assertThat(sheet.getRow(6).getHeightInPoints()).isEqualTo(70);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getFitToPage()).isTrue();
        }
    }

    @Test
    @DisplayName(
            "PAP-2 a PDF has a page for each copy that names its keeper, with number and hash, its letters embedded")
    void pdf() throws IOException {
        var pdf = new PaperPdf(Optional.empty());
        var reader = new PdfReader(pdf.of(PrintPage.of(template.filled(content), HEAD)));
        assertThat(reader.getNumberOfPages()).isEqualTo(2);
        var first = new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("[\\s　]", "");
        assertThat(first)
                .contains("样单", "第一联客户", "P000007", "AB12AB12", "410303199001011231", "维修基金", "-契税", "+同意", "第二行")
                .doesNotContain("第二联");
        assertThat(new PdfTextExtractor(reader).getTextFromPage(2).replaceAll("[\\s　]", ""))
                .contains("第二联财务部");
        reader.close();
    }

    @Test
    @DisplayName("PAP-3 a page holds what people wrote as letters, never as markup")
    void page() {
        assertThat(PrintPage.of(template.filled(content), HEAD))
                .contains("&lt;b&gt;&amp;维修基金", "第一联　客户", "第二联　财务部", "data:image/png;base64,")
                .doesNotContain("<b>");
        assertThat(PrintPage.of(template.filled(content), new Letterhead("", "", "", "", "")))
                .contains("预览")
                .doesNotContain("第一联", "<img");
    }

    @Test
    @DisplayName("PAP-1 a list has the labels of the sheet in its order and a row for each, however many")
    void list() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var list = new PaperList(template, out)) {
            for (int i = 0; i < 1_000; i++) {
                list.add(Content.filling()
                        .with("name", "=" + i)
                        .with("purpose", "OWN")
                        .content());
            }
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1_000);
            assertThat(texts(sheet.getRow(0))).containsExactly("客户姓名", "证件号码", "购房目的", "房号");
            assertThat(texts(sheet.getRow(1_000))).containsExactly("=999", "/", "自用", "/");
            assertThat(sheet.getRow(1_000).getHeightInPoints()).isEqualTo(25);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }
}
