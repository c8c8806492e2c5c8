package org.anchang.kit.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRulesTest {
    private final Template template = Template.named("sample");

    @Test
    @DisplayName("PAP-1 what is not known prints as a slash, what waits for a pen stays blank, of boxes one is filled")
    void empty() {
        var sheet = template.filled(Content.filling().with("purpose", "OTHER").content());
        assertThat(texts(sheet)).containsSubsequence("客户姓名", "/", "证件号码", "/", "购房目的", "□自用 ■投资", "房号", "/", "财务部意见：");
        assertThat(sheet.rows().get(3).cells().getFirst().foot()).isEqualTo("负责人签字：　日期：");
    }

    @Test
    @DisplayName("PAP-3 who may not read a field in full reads it masked, in rows of a list too")
    void masked() {
        var content = Content.filling()
                .with("name", "张三")
                .with("idNumber", "410303199001011231", "41************1231")
                .with("opinion", "同意", null)
                .row("fees", Map.of("label", "契税"), Map.of("label", "税"))
                .content();
        assertThat(texts(template.filled(content.as(true)))).contains("410303199001011231", "契税", "财务部意见：同意");
        assertThat(texts(template.filled(content.as(false))))
                .contains("张三", "41************1231", "税", "财务部意见：")
                .noneMatch(text -> text.contains("410303199001011231") || text.contains("契税"));
    }

    @Test
    @DisplayName("PAP-2 the hash is of template and content: the same paper has the same, another letter another one")
    void hash() {
        var one = Kept.of(
                template, "甲公司", Content.filling().with("a", "1").with("b", "2").content());
        var same = Kept.of(
                template, "甲公司", Content.filling().with("b", "2").with("a", "1").content());
        var other = Kept.of(
                template, "甲公司", Content.filling().with("a", "1").with("b", "3").content());
        assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash());
        assertThat(Kept.read(one.written()).hash()).isEqualTo(one.hash());
        var later = Template.read("sample", template.source().replace("version  3", "version  4"));
        assertThat(Kept.of(later, "甲公司", one.content()).hash()).isNotEqualTo(one.hash());
    }

    @Test
    @DisplayName("PAP-3 what people wrote is read by who signed, what is personal stays masked for them")
    void words() {
        var content = Content.filling()
                .with("idNumber", "410303199001011231", "41************1231")
                .withWords("opinion", "家里急用钱", "（见审批单）")
                .content();
        assertThat(texts(template.filled(content.as(false, true)))).contains("41************1231", "财务部意见：家里急用钱");
        assertThat(texts(template.filled(content.as(false, false)))).contains("财务部意见：（见审批单）");
        assertThat(texts(template.filled(content.as(true)))).contains("410303199001011231", "财务部意见：家里急用钱");
    }

    @Test
    @DisplayName(
            "PAP-1 a column that stands for each week makes as many as there are; other cells reach over all of them")
    void across() {
        var weekly = Template.read("x", "columns 8 6 *weeks:5\n| 周别 || *{name} |\n| 合计 | {sum} |\n");
        var filling = Content.filling().with("sum", "9");
        for (int week = 1; week <= 13; week++) {
            filling.row("weeks", Map.of("name", "第" + week + "周"));
        }
        var sheet = weekly.filled(filling.content());
        assertThat(sheet.columns()).hasSize(15).startsWith(8, 6, 5).endsWith(5);
        assertThat(sheet.rows().getFirst().cells())
                .hasSize(14)
                .last()
                .extracting(Sheet.Cell::text)
                .isEqualTo("第13周");
        assertThat(sheet.rows().getLast().cells())
                .extracting(Sheet.Cell::span)
                .as("as wide as the sheet")
                .containsExactly(1, 14);
        assertThat(weekly.fields()).containsExactly("sum", "weeks.name");
    }

    @Test
    @DisplayName(
            "PAP-2 a field that the office adds stands behind the row it names, in a later version, and takes none away")
    void added() {
        var at = java.time.Instant.parse("2026-11-30T01:00:00Z");
        var more = template.with(
                List.of(
                        new PaperFields.Field("added1", "土地性质", "客户姓名", "国有出让", "zhao.min", at),
                        new PaperFields.Field("added2", "备注二", null, null, "zhao.min", at)),
                2);
        assertThat(more.version()).isEqualTo(template.version() + 2);
        assertThat(more.fields()).containsAll(template.fields()).contains("added1", "added2");
        var filled = more.filled(Content.filling().with("added1", "国有出让").content());
        assertThat(texts(filled)).containsSubsequence("客户姓名", "土地性质", "国有出让", "购房目的", "备注二", "", "备注：一式两份。");
    }

    @Test
    @DisplayName(
            "PAP-1 a drawn signature is drawn on the page where its field stands, and nowhere else; nobody types one")
    void drawn() {
        var box = Template.read("x", "columns 10 10\n70 | 意见：{said?} >> 签字：{ink!}{by?} |\n");
        var drawn = Content.filling()
                .with("ink", "M10 20L90 60L120 10")
                .with("by", "赵敏")
                .content();
        var head = new Letterhead("", "", "", "", "");
        assertThat(PrintPage.of(box.filled(drawn), head)).contains("<img class=\"drawn\"", "赵敏");
        assertThat(PrintPage.of(
                        box.filled(Content.filling()
                                .with("said", "\uE000M10 20L90 60\uE001")
                                .with("ink", "M1 1L<script>")
                                .content()),
                        head))
                .doesNotContain("<img", "<script");
        assertThat(DrawnSignature.without(
                        box.filled(drawn).rows().getFirst().cells().getFirst().foot()))
                .isEqualTo("签字：赵敏");
    }

    @Test
    @DisplayName("PAP-1 a line that is none and a row wider than the sheet are told when the template is read")
    void wrong() {
        assertThatThrownBy(() -> Template.read("x", "columns 1 2\nwhat is this"))
                .hasMessageContaining("what is this");
        assertThatThrownBy(() -> Template.read("x", "columns 1 2\n| a | b | c |"))
                .hasMessageContaining("| a | b | c |");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0.00,零元整",
        "0.05,伍分",
        "10.50,壹拾元伍角整",
        "105.03,壹佰零伍元零叁分",
        "10300.00,壹万零叁佰元整",
        "1190000.00,壹佰壹拾玖万元整",
        "10000500.20,壹仟万零伍佰元贰角整",
        "100000001.00,壹亿零壹元整"
    })
    @DisplayName("PAP-1 an amount in capitals")
    void capitals(String amount, String said) {
        assertThat(Renminbi.capitals(Money.of(amount))).isEqualTo(said);
    }

    private static List<String> texts(Sheet sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Sheet.Cell::text)
                .toList();
    }
}
