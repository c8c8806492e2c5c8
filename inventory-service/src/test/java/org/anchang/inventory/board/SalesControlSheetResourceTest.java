package org.anchang.inventory.board;

import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.anchang.inventory.AnOffice;
import org.anchang.test.OfficeBacking;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SalesControlSheetResourceTest {
    @Test
    @DisplayName("PAP-1 INV-7 the sales-control table as a sheet: floors from the top, states in words and colours")
    void sheet() throws IOException {
        var office = AnOffice.selling(6);
        done(office.liNa.post("/api/v1/holds", holdOf(office.units().getFirst())));
        var file = done(office.siteManager
                .request()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/api/v1/sales-control/" + office.project + "/xlsx"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            var sheet = book.getSheet("3栋");
            var texts = new ArrayList<String>();
            for (var row : sheet) {
                for (var cell : row) {
                    if (cell.getCellType() != CellType.BLANK) {
                        texts.add(cell.getStringCellValue());
                    }
                }
            }
            assertThat(texts.getFirst()).contains("松风销控表", "3栋");
            assertThat(texts)
                    .contains("待售 5", "锁定 1")
                    .containsSubsequence(
                            "楼层", "1单元 01", "2", "201 待售\n110.53㎡\n110.53万", "1", "101 锁定\n110.53㎡\n110.53万");
            var held = sheet.getRow(5).getCell(1);
            assertThat(held.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFFFF1A8");
            assertThat(book.getFontAt(held.getCellStyle().getFontIndex()).getFontName())
                    .isEqualTo("宋体");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getFitToPage()).isTrue();
        }
    }

    @Test
    @DisplayName("PAP-1 INV-13 the same as a picture, which runs nothing; as the wall sees it without prices")
    void picture() throws IOException, ParserConfigurationException, SAXException {
        var office = AnOffice.selling(2);
        var path = "/api/v1/sales-control/" + office.project + "/picture";
        var picture =
                done(office.liNa.request().accept("image/svg+xml").get(path)).asByteArray();
        var drawn = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(picture));
        assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
        assertThat(drawn.getDocumentElement().getTextContent()).contains("松风销控表", "101 待售", "110.53万");
        var wall = done(office.liNa.request().accept("image/svg+xml").get(path + "?view=WALL"));
        assertThat(wall.asString()).contains("101 待售").doesNotContain("110.53万");
        assertThat(office.liNa
                        .request()
                        .accept("image/svg+xml")
                        .get(path + "?view=MANAGER")
                        .statusCode())
                .isEqualTo(403);
        assertThat(AnOffice.empty()
                        .liNa
                        .request()
                        .accept("image/svg+xml")
                        .get(path)
                        .statusCode())
                .isEqualTo(404);
    }
}
