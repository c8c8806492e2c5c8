package org.anchang.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.ImportKind.Field;
import org.anchang.customer.importing.row.RowReading;
import org.anchang.customer.importing.row.RowReading.Dictionary;
import org.anchang.customer.importing.row.RowReading.Wrong;
import org.anchang.customer.importing.row.RowReason;
import org.anchang.customer.importing.row.SourceSheet;
import org.anchang.kit.name.Names;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowReadingRulesTest {
    private static final Dictionary WORDS =
            new Dictionary(Map.of(Names.key("户外"), "户外"), Instant.parse("2026-11-30T00:00:00Z"));
    private static final String PHONE = "13903790001";

    @ParameterizedTest
    @CsvSource({
        "2024-03-05,2024-03-04T16:00:00Z",
        "2024/3/5,2024-03-04T16:00:00Z",
        "2024.3.5,2024-03-04T16:00:00Z",
        "2024年3月5日,2024-03-04T16:00:00Z",
        "20240305,2024-03-04T16:00:00Z",
        "2024-03-05 14:30,2024-03-05T06:30:00Z",
        "2024/3/5 14:30:15,2024-03-05T06:30:15Z"
    })
    @DisplayName("CUS-8 a date is understood in the ways in which older systems write it")
    void moments(String written, Instant moment) {
        assertThat(RowReading.moment(written)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-30", "24-3-5", "1899-12-30", "昨天", "45000", "99999999999999999999"})
    @DisplayName("CUS-8 what is no date is told")
    void noMoments(String written) {
        assertThat(told(Field.NAME, "张三", Field.PHONE, PHONE, Field.DATE, written))
                .containsExactly("DATE:NOT_A_DATE");
    }

    @Test
    @DisplayName("CUS-8 all that is wrong with a row is told, by its column")
    void wrong() {
        assertThat(told(Field.NAME, "张三")).containsExactly(":NEITHER_PHONE_NOR_NUMBER");
        assertThat(told(Field.PHONE, PHONE)).containsExactly("NAME:MISSING");
        assertThat(told(Field.NAME, "张三", Field.PHONE, "138****8000")).containsExactly("PHONE:PHONE_IS_INCOMPLETE");
        assertThat(told(
                        Field.NAME, "张".repeat(101),
                        Field.PHONE, "123",
                        Field.GENDER, "x",
                        Field.GRADE, "E",
                        Field.SOURCE, "梦里",
                        Field.CHANNEL, "老带新",
                        Field.DATE, "2027-01-01"))
                .containsExactlyInAnyOrder(
                        "NAME:TOO_LONG",
                        "PHONE:NOT_A_PHONE",
                        "GENDER:NOT_A_CHOICE",
                        "GRADE:NOT_A_CHOICE",
                        "SOURCE:SOURCE_UNKNOWN",
                        "INTRODUCER:INTRODUCER_MISSING",
                        "DATE:IN_THE_FUTURE");
        assertThat(told(
                        Field.NAME,
                        "张三",
                        Field.NUMBER,
                        "A-7",
                        Field.GENDER,
                        "先生",
                        Field.GRADE,
                        "b级",
                        Field.SOURCE,
                        "户外"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    @DisplayName("CUS-8 no heading means two columns of a kind of file")
    void headings(ImportKind kind) {
        var all = kind.columns().stream()
                .flatMap(column -> column.headings().stream())
                .map(Names::key)
                .toList();

        assertThat(all).hasSameSizeAs(Set.copyOf(all));
    }

    @Test
    @DisplayName("CUS-8 what is wrong stands as one text and is read again")
    void text() {
        var wrong = List.of(
                new Wrong(Field.PHONE, RowReason.NOT_A_PHONE), new Wrong(null, RowReason.NEITHER_PHONE_NOR_NUMBER));

        assertThat(Wrong.all(Wrong.told(wrong))).isEqualTo(wrong);
        assertThat(Wrong.all(Wrong.told(List.of()))).isEmpty();
    }

    @Test
    @DisplayName(
            "CUS-8 of rows of one customer the first counts, what it leaves open the next says, the earliest date and all notes stay")
    void merged() {
        var sheet = new SourceSheet(
                List.of("姓名", "手机", "性别", "日期", "备注"),
                Map.of(Field.NAME, 0, Field.PHONE, 1, Field.GENDER, 2, Field.DATE, 3, Field.NOTE, 4));
        var first = row(2, List.of("张三", PHONE, "", "2024-05-01", "看过两次"));
        var second = row(7, List.of("张先生", "13903790002", "男", "2024-01-01", "要三居"));

        var chosen = ChosenRow.of(first, List.of(second), List.of(sheet), WORDS);

        assertThat(chosen.said().name()).isEqualTo("张三");
        assertThat(chosen.said().gender()).hasToString("MALE");
        assertThat(chosen.said().at()).isEqualTo(Instant.parse("2023-12-31T16:00:00Z"));
        assertThat(chosen.said().note()).isEqualTo("看过两次\n要三居");
        assertThat(chosen.said().phone()).isEqualTo(PHONE);
        assertThat(chosen.morePhones()).containsExactly("13903790002");
        assertThat(chosen.others()).containsExactly(7L);
    }

    private static StagedRows.StagedRow row(long line, List<String> texts) {
        return new StagedRows.StagedRow(line, 0, texts, "p" + line, "n", null, null, List.of());
    }

    private static List<String> told(Object... values) {
        var row = new EnumMap<Field, String>(Field.class);
        for (int i = 0; i < values.length; i += 2) {
            row.put((Field) values[i], (String) values[i + 1]);
        }
        return RowReading.faults(ImportKind.CUSTOMERS, row, WORDS).stream()
                .map(Wrong::toString)
                .collect(Collectors.toList());
    }
}
