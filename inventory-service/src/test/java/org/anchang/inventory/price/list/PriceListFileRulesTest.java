package org.anchang.inventory.price.list;

import static org.anchang.test.AWorkbook.merged;
import static org.anchang.test.AWorkbook.row;
import static org.anchang.test.AWorkbook.styled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.list.BadCell.BadCellReason;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.test.AWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceListFileRulesTest {
    private static final String HEADINGS = "项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价\n";
    private static final Path REAL = Path.of("../../shared/data/price-list-songfeng.csv");
    private static final int FIRST_NUMBER = 5;

    @TempDir
    Path folder;

    private final List<BadCell> bad = new ArrayList<>();
    private List<ReadSheet> sheets = List.of();

    @Test
    @DisplayName("INV-2 the total is area times price, rounded half up to cents")
    void total() {
        var row = read(HEADINGS + "松风,3栋,1单元,31,01,93.33,80,10000.05\n").getFirst();

        // 93.33 × 10000.05 = 933304.6665
        assertThat(row.price().total()).isEqualTo(Money.of("933304.67"));
        assertThat(row.areas().building()).isEqualTo(new BigDecimal("93.33"));
        assertThat(row.room().label()).isEqualTo("3栋-1单元-3101");
    }

    @Test
    @DisplayName("INV-1 floors and rooms are text")
    void textFloors() {
        var rows = read(HEADINGS + "松风,1栋,,3A,02,93,80,100\n松风,1栋,,B1,车01,12,,5000\n松风,1栋,2单元,31,3104,93,80,100");

        assertThat(rows.stream().map(row -> row.room().label())).containsExactly("1栋-3A02", "1栋-B1车01", "1栋-2单元-3104");
    }

    @Test
    @DisplayName("INV-2 columns stand in any order, with the optional ones; a price can rest on another basis")
    void columns() {
        var rows = read("""
                户型,预售单价,房号,楼层,单元,楼栋,建筑面积,户内面积,计价方式,物业类型,底价,花园面积,景观,建筑类型,备注
                三室两厅,100.00,01,1,1单元,1栋,90,80,户内面积,住宅,90,12.5,湖景,小高层,x
                ,150000,02,-1,,车库,12,,整套,车位,,,,,
                """);

        assertThat(rows.get(0).price().total()).isEqualTo(Money.of("8000.00"));
        assertThat(rows.get(0).kind().layout()).isEqualTo("三室两厅");
        assertThat(rows.get(0).price().floorPrice()).isEqualTo(Money.of("90.00"));
        assertThat(rows.get(0).areas().garden()).isEqualTo(new BigDecimal("12.50"));
        assertThat(rows.get(0).kind().view()).isEqualTo("湖景");
        assertThat(rows.get(0).kind().buildingType()).isEqualTo("MID_HIGH_RISE");
        assertThat(rows.get(1).price().total()).isEqualTo(Money.of("150000.00"));
        assertThat(rows.get(1).kind().view()).isNull();
        assertThat(ReadSheet.unknown(sheets)).containsExactly("备注");
        assertThat(rows.get(1).kind().productType()).isEqualTo("PARKING");
    }

    @Test
    @DisplayName(
            "INV-2 a list as it is published: a title above the headings, measures in them, and thousands in groups")
    void published() {
        var rows = read("""
                松风明月花园一房一价表
                ,,,,,,2026-05-01
                楼栋,单 元,楼层,房号,建筑面积(㎡),预售单价(元/㎡),总价(元),,总价(万元)
                3栋,1单元,-1,跃02,125.53,"10,000.00","1,255,300.00",,125.53
                """);

        assertThat(rows.getFirst().room().label()).isEqualTo("3栋-1单元-负1跃02");
        assertThat(rows.getFirst().price().total()).isEqualTo(Money.of("1255300.00"));
        assertThat(ReadSheet.unknown(sheets)).isEmpty();
    }

    @Test
    @DisplayName("INV-2 every bad cell is reported with line, column, value and reason")
    void badRows() {
        var bad = refused("""
                楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价,总价,物业类型,项目,底价,建筑类型
                1栋,1单元,1,01,九十,80,100,,,松风,,高层
                1栋,1单元,1,02,-90,80,100,,,松风,,
                1栋,1单元,1,03,90,91,100,,,松风,,
                1栋,1单元,1,04,90,80,100.001,,,松风,,
                1栋,1单元,1,05,90,80,100,9000.01,,松风,,

                1栋,1单元,1,06,90,80,,,,松风,,
                1栋,1单元,1,07,90,80,100,9000.0049,住宅,松风,9000.00,高层
                1栋,1单元,1,08,90,80,100,,别墅,松风,,
                1栋,1单元,1,09,90,80,100,,,明月,,
                1栋,1单元,1,10,90,80,100,#DIV/0!,,松风,,
                1栋,1单元,,11,90,80,=F2*2,,,松风,,
                1栋,1单元,1,\uFFFD12,90,80,100,,,松风,,
                1栋,1单元,1,13,90,80,100,,,松风,9000.01,
                1栋,1单元,1,14,90,80,100,,,松风,,独栋
                """);

        assertThat(bad)
                .containsExactly(
                        new BadCell(2, "建筑面积", "九十", BadCellReason.NOT_A_NUMBER),
                        new BadCell(3, "建筑面积", "-90", BadCellReason.NOT_ABOVE_ZERO),
                        new BadCell(4, "户内面积", "91", BadCellReason.INTERIOR_ABOVE_BUILDING_AREA),
                        new BadCell(5, "预售单价", "100.001", BadCellReason.MORE_THAN_TWO_DECIMALS),
                        new BadCell(6, "总价", "9000.01", BadCellReason.TOTAL_IS_OFF),
                        new BadCell(8, "预售单价", "", BadCellReason.MISSING),
                        new BadCell(10, "物业类型", "别墅", BadCellReason.NOT_A_CHOICE),
                        new BadCell(11, "项目", "明月", BadCellReason.OTHER_PROJECT),
                        new BadCell(12, "总价", "#DIV/0!", BadCellReason.FORMULA_ERROR),
                        new BadCell(13, "楼层", "", BadCellReason.MISSING),
                        new BadCell(13, "预售单价", "=F2*2", BadCellReason.FORMULA_ERROR),
                        new BadCell(14, "房号", "\uFFFD12", BadCellReason.WRONG_ENCODING),
                        new BadCell(15, "底价", "9000.01", BadCellReason.BELOW_FLOOR_PRICE),
                        new BadCell(16, "建筑类型", "独栋", BadCellReason.OTHER_BUILDING_TYPE));
    }

    @Test
    @DisplayName("INV-2 headings are known as offices write them, with full-width brackets and measures")
    void writings() {
        var row = read("""
                幢号,单元号,层,室号,建筑面积（㎡）,套内建筑面积（平方米）,备案单价（元/㎡）,备案总价（元）,房屋总价（万元）
                1幢,1,12,1201,100.00,80.00,12000.00,1200000,120
                """).getFirst();

        assertThat(row.room().label()).isEqualTo("1幢-1-1201");
        assertThat(row.areas().interior()).isEqualTo(new BigDecimal("80.00"));
        assertThat(row.price().total()).isEqualTo(Money.of("1200000.00"));
        assertThat(ReadSheet.unknown(sheets)).isEmpty();
        for (var heading : List.of("单价", "单价（元/㎡）", "预售单价 元/平方米", "销售单价【元】", "建筑面积单价", "单价/元", "ＵＮＩＴ_ＰＲＩＣＥ")) {
            assertThat(read("栋号,单元,所在楼层,房间号,建面," + heading + "\n1栋,,1,01,100,9000\n"))
                    .as(heading)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("INV-2 a total that is not area times price is refused, however its column is written")
    void totals() {
        for (var heading : List.of("总价", "总价（元）", "房屋总价款 / 元", "备案总价(元/套)", "总房价", "合计总价")) {
            bad.clear();
            assertThat(refused("楼栋,单元,楼层,房号,建筑面积,单价," + heading + "\n1栋,,1,01,100,9000,900000.01\n"))
                    .as(heading)
                    .containsExactly(new BadCell(2, "总价", "900000.01", BadCellReason.TOTAL_IS_OFF));
        }
        var inTenThousands = "楼栋,单元,楼层,房号,建筑面积,单价,总价（万元）\n1栋,,1,01,100,9012.34,%s\n";
        for (var good : List.of("90.1234", "90.12", "90.1", "90")) {
            bad.clear();
            assertThat(refused(inTenThousands.formatted(good))).as(good).isEmpty();
        }
        for (var off : List.of("90.13", "90.2", "91", "901234", "90.1235")) {
            bad.clear();
            assertThat(refused(inTenThousands.formatted(off)))
                    .as(off)
                    .containsExactly(new BadCell(2, "总价(万元)", off, BadCellReason.TOTAL_IS_OFF));
        }
    }

    @Test
    @DisplayName(
            "INV-2 a list that names another project is refused, a list that names this one in any of its names is not")
    void otherProject() {
        var list = "项目名称,楼栋,单元,楼层,房号,建筑面积,单价\n%s,1栋,,1,01,100,9000\n";
        for (var name : List.of("松风", "SongFeng", "松风 明月花园", "")) {
            assertThat(refused(list.formatted(name))).as(name).isEmpty();
        }

        assertThat(refused(list.formatted("松风二期")))
                .containsExactly(new BadCell(2, "项目", "松风二期", BadCellReason.OTHER_PROJECT));
    }

    @Test
    @DisplayName("INV-2 a building that is merged over its rows is that of each; over its sections, it has none")
    void mergedBuildings() {
        var book = new AWorkbook()
                .odd(
                        "一房一价",
                        "",
                        merged("A2:A3") + merged("A4:B5"),
                        row(1, "楼栋", "单元", "楼层", "房号", "建筑面积", "单价"),
                        row(2, "1栋", "1单元", 1, "01", 100, 12000),
                        row(3, null, "2单元", 1, "01", 100, 12000),
                        row(4, "车库", null, "B1", "01", 12, 5000),
                        row(5, null, null, "B1", "02", 12, 5000));

        assertThat(read(file(book.bytes())).stream().map(row -> row.room().label()))
                .containsExactly("1栋-1单元-101", "1栋-2单元-101", "车库-B101", "车库-B102");
    }

    @Test
    @DisplayName(
            "INV-2 a date or a truth where a room should be is a bad cell, in a workbook and in CSV; 01 as shown is 01")
    void rooms() {
        var headings = row(1, "楼栋", "单元", "楼层", "房号", "建筑面积", "单价");
        var book = AWorkbook.of(
                headings,
                row(2, "1栋", "1单元", 1, styled(1, 1), 100, 12000),
                row(3, "1栋", "1单元", 1, styled(2, 46024), 100, 12000),
                row(4, "1栋", "1单元", 1, "<c r=\"@\" t=\"b\"><v>1</v></c>", 100, 12000),
                row(5, "1栋", "1单元", 1, "<c r=\"@\" t=\"e\"><v>#N/A</v></c>", styled(2, 46024), 12000));

        var rows = read(file(book.bytes()));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().room().door().room()).isEqualTo("01");
        assertThat(bad)
                .containsExactly(
                        new BadCell(3, "房号", "2026-01-02", BadCellReason.A_DATE),
                        new BadCell(4, "房号", "TRUE", BadCellReason.NO_TEXT),
                        new BadCell(5, "房号", "#N/A", BadCellReason.FORMULA_ERROR),
                        new BadCell(5, "建筑面积", "2026-01-02", BadCellReason.NOT_A_NUMBER));
        bad.clear();
        assertThat(refused("楼栋,单元,楼层,房号,建筑面积,单价\n1栋,1单元,1,1月2日,100,12000\n"))
                .containsExactly(new BadCell(2, "房号", "1月2日", BadCellReason.A_DATE));
    }

    @Test
    @DisplayName("INV-2 a file that is no price list is refused as a whole")
    void notUnderstood() {
        assertNotUnderstood(new byte[0]);
        assertNotUnderstood(HEADINGS.getBytes(StandardCharsets.UTF_8));
        assertNotUnderstood("楼栋,单元\n1栋,1单元\n".getBytes(StandardCharsets.UTF_8));
        assertNotUnderstood((HEADINGS.strip() + ",楼栋\n").getBytes(StandardCharsets.UTF_8));
        assertNotUnderstood(new byte[] {(byte) 0xff, (byte) 0xff, 1, 2});
    }

    @Test
    @DisplayName("INV-2 the real list is read as CSV and as the workbook made from it, cell by cell the same")
    void realList() throws IOException {
        assumeTrue(Files.exists(REAL), "the real list is not on this machine");
        var workbook = folder.resolve("list.xlsx");
        try (var lines = Files.lines(REAL);
                var out = Files.newOutputStream(workbook);
                var written = new Workbook(out, "test", "1.0")) {
            var sheet = written.newWorksheet("价格表");
            var line = new AtomicInteger();
            lines.forEach(text -> write(sheet, line.getAndIncrement(), text.split(",")));
        }

        var rows = read(REAL);

        assertThat(rows).hasSize(416);
        assertThat(read(workbook)).isEqualTo(rows);
        assertThat(bad).isEmpty();
    }

    /// Areas and prices as numbers, the rest as text, as people do.
    private static void write(Worksheet sheet, int line, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (line > 0 && i >= FIRST_NUMBER) {
                sheet.value(line, i, Double.parseDouble(cells[i]));
            } else {
                sheet.value(line, i, cells[i]);
            }
        }
    }

    private List<PricedRow> read(String text) {
        return read(file(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<PricedRow> read(Path file) {
        var rows = new ArrayList<PricedRow>();
        var sent = new PriceListFile.SentList(file, null, Set.of("songfeng", "松风", "松风明月花园"));
        sheets = PriceListFile.read(sent, new PriceListFile.Listener() {
            @Override
            public void good(long line, PricedRow row) {
                rows.add(row);
            }

            @Override
            public void bad(BadCell cell) {
                bad.add(cell);
            }
        });
        return rows;
    }

    private List<BadCell> refused(String text) {
        read(text);
        return bad;
    }

    private void assertNotUnderstood(byte[] content) {
        var file = file(content);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> read(file))
                .matches(refused -> refused.refusal() == InventoryRefusal.PRICE_LIST_NOT_UNDERSTOOD);
    }

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("list"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
