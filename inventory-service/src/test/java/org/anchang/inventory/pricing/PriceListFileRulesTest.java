package org.anchang.inventory.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.pricing.BadCell.Reason;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListFileRulesTest {
    private static final String HEADINGS = "项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价\n";

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
                户型,预售单价,房号,楼层,单元,楼栋,建筑面积,户内面积,计价方式,物业类型,底价,花园面积,备注
                三室两厅,100.00,01,1,1单元,1栋,90,80,户内面积,住宅,90,12.5,x
                ,150000,02,-1,,车库,12,,整套,车位,,,
                """);

        assertThat(rows.get(0).price().total()).isEqualTo(Money.of("8000.00"));
        assertThat(rows.get(0).layout()).isEqualTo("三室两厅");
        assertThat(rows.get(0).price().floorPrice()).isEqualTo(Money.of("90.00"));
        assertThat(rows.get(0).areas().garden()).isEqualTo(new BigDecimal("12.50"));
        assertThat(rows.get(1).price().total()).isEqualTo(Money.of("150000.00"));
        assertThat(rows.get(1).productType()).isEqualTo("PARKING");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "GBK,''"})
    @DisplayName("INV-2 UTF-8, with and without its mark, and GBK are recognised")
    void encodings(String charset, String mark) {
        var file = (mark + HEADINGS + "松风,3栋,1单元,31,01,93,80,100\n").getBytes(Charset.forName(charset));

        assertThat(PriceListFile.read(file).rows().getFirst().room().building()).isEqualTo("3栋");
    }

    @Test
    @DisplayName("INV-2 every bad cell is reported with line, column, value and reason")
    void badRows() {
        var bad = refused("""
                楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价,总价,物业类型,项目
                1栋,1单元,1,01,九十,80,100,,,松风
                1栋,1单元,1,02,-90,80,100,,,松风
                1栋,1单元,1,03,90,91,100,,,松风
                1栋,1单元,1,04,90,80,100.001,,,松风
                1栋,1单元,1,05,90,80,100,9000.01,,松风

                1栋,1单元,1,06,90,80,,,,松风
                1栋,1单元,1,07,90,80,100,9000.00,住宅,松风
                1栋,1单元,1,07,90,80,100,,,松风
                1栋,1单元,1,08,90,80,100,,别墅,松风
                1栋,1单元,1,09,90,80,100,,,明月
                """);

        assertThat(bad)
                .containsExactly(
                        new BadCell(2, "建筑面积", "九十", Reason.NOT_A_NUMBER),
                        new BadCell(3, "建筑面积", "-90", Reason.NOT_ABOVE_ZERO),
                        new BadCell(4, "户内面积", "91", Reason.INTERIOR_ABOVE_BUILDING_AREA),
                        new BadCell(5, "预售单价", "100.001", Reason.MORE_THAN_TWO_DECIMALS),
                        new BadCell(6, "总价", "9000.01", Reason.TOTAL_IS_OFF),
                        new BadCell(8, "预售单价", "", Reason.MISSING),
                        new BadCell(10, "房号", "07", Reason.ROOM_TWICE),
                        new BadCell(11, "物业类型", "别墅", Reason.NOT_A_CHOICE),
                        new BadCell(12, "项目", "明月", Reason.OTHER_PROJECT));
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

    private static List<PricedRow> read(String text) {
        return PriceListFile.read(text.getBytes(StandardCharsets.UTF_8)).rows();
    }

    @SuppressWarnings("unchecked")
    private static List<BadCell> refused(String text) {
        try {
            PriceListFile.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Refused refused) {
            assertThat(refused.refusal()).isEqualTo(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS);
            return (List<BadCell>) refused.facts().get("rows");
        }
        throw new AssertionError("was not refused");
    }

    private static void assertNotUnderstood(byte[] file) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> PriceListFile.read(file))
                .matches(refused -> refused.refusal() == InventoryRefusal.PRICE_LIST_NOT_UNDERSTOOD);
    }
}
