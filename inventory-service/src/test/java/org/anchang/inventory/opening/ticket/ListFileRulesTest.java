package org.anchang.inventory.opening.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.ticket.BadRow.BadRowReason;
import org.anchang.inventory.opening.ticket.ListFile.TicketColumn;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.ReadSheet;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileRulesTest {
    private static final TicketColumn NAME = new TicketColumn(true, true, 5, List.of("姓名"));
    private static final List<TicketColumn> COLUMNS = List.of(ListFile.NUMBER, NAME);

    @TempDir
    Path folder;

    @Test
    @DisplayName("INV-13 a ticket list has its columns in any order; headings that mean nothing are named")
    void anyOrder() throws IOException {
        var list = read("备注,姓名,排号\n,张三,A001\n,李四, Ａ002 \n");

        assertThat(list.numbers()).containsOnlyKeys("a001", "a002");
        assertThat(ReadSheet.unknown(list.sheets())).containsExactly("备注");
        assertThat(list.isBad()).isFalse();
    }

    @Test
    @DisplayName("INV-13 each bad row of a ticket list is told with line, column and reason; what is personal is not")
    void badRows() throws IOException {
        var list =
                read("排号,姓名\nA001,张三\nA001,李四\n,王五\nA004,\nA005,=1/0\n%s,赵六\nA007,欧阳娜娜子子\n".formatted("9".repeat(21)));

        var marked = list.found().rows().stream()
                .flatMap(row -> row.reasons().stream())
                .toList();
        assertThat(marked)
                .containsExactly(
                        new BadRow(3, "排号", "A001", BadRowReason.NUMBER_TWICE),
                        new BadRow(4, "排号", "", BadRowReason.MISSING),
                        new BadRow(5, "姓名", null, BadRowReason.MISSING),
                        new BadRow(6, "姓名", null, BadRowReason.FORMULA_ERROR),
                        new BadRow(7, "排号", "9".repeat(21), BadRowReason.TOO_LONG),
                        new BadRow(8, "姓名", null, BadRowReason.TOO_LONG));
    }

    @Test
    @DisplayName(
            "INV-13 the error file has the bad rows as they came and why; nothing in it is computed by a spreadsheet")
    void errorFile() throws IOException {
        var list = read("姓名,排号\n=cmd|x,A001\n\"李,四\",\n-2+3,\n+86 138,\n");

        var bad = new BadRows(InventoryRefusal.TICKET_LIST_HAS_BAD_ROWS, list.found(), List.of("A009"));
        var csv = bad.csv(new Words() {
            @Override
            public Locale language() {
                return Locale.CHINESE;
            }
        });

        assertThat(csv.lines())
                .containsExactly(
                        "\uFEFF姓名,排号,原因",
                        "'=cmd|x,A001,姓名：公式没有结果",
                        "\"李,四\",,排号：未填写",
                        "'-2+3,,排号：未填写",
                        "+86 138,,姓名：内容过长；排号：未填写",
                        "A009,名单中缺少此排号");
    }

    @Test
    @DisplayName(
            "INV-13 a ticket list in XLSX is read as well; one without its columns, or rows, is refused as a whole")
    void workbooksAndOthers() throws IOException {
        var file = folder.resolve("list.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "排号");
            sheet.value(0, 1, "姓名");
            sheet.value(1, 0, 1001);
            sheet.value(1, 1, "张三");
        }

        assertThat(ListFile.read(new ListFile.Sent(file, null), COLUMNS, (_, _) -> {})
                        .numbers())
                .containsOnlyKeys("1001");
        assertRefused("排号\nA001\n", "COLUMNS_ARE_MISSING");
        assertRefused("排号,电话\nA001,1\n", "HEADINGS_ARE_UNKNOWN");
        assertRefused("排号,姓名,排号\nA001,张三,1\n", "A_COLUMN_STANDS_TWICE");
        assertRefused("排号,姓名\n", "IT_HAS_NO_ROWS");
        assertRefused("", "IT_IS_EMPTY");
    }

    private void assertRefused(String text, String why) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> read(text))
                .matches(refused -> refused.refusal() == InventoryRefusal.TICKET_LIST_NOT_UNDERSTOOD)
                .matches(refused -> why.equals(refused.facts().get("why")));
    }

    private ListFile read(String text) throws IOException {
        return ListFile.read(
                new ListFile.Sent(Files.writeString(folder.resolve("list.csv"), text), null), COLUMNS, (_, _) -> {});
    }
}
