package org.anchang.kit.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesRulesTest {
    @ParameterizedTest
    @DisplayName("INV-17 a name is the same name however it is written")
    @ValueSource(
            strings = {
                "HT-2026-01",
                "ＨＴ－２０２６－０１",
                "ht-2026-01",
                " HT-2026-01 ",
                "HT - 2026 - 01",
                "HT-2026-01\u200B",
                "\uFEFFHT-2026-01",
                "HT\u00A0-2026-01",
                "HT-\u30002026-01",
                "HT-\u202F2026-01",
                "HT-2026\n-01\r\n",
                "HT-2026-01\uFE0F",
                "\u202AHT-2026-01\u202C",
                "HT\u00AD-2026-01",
                "HT-2026-\u316401",
                "HT–2026—01",
                "HT−2026‑01"
            })
    void sameName(String written) {
        assertThat(Names.key(written)).isEqualTo("ht-2026-01");
    }

    @ParameterizedTest
    @DisplayName("INV-17 what differs to the eye is another name")
    @CsvSource({"HT-01,HT-1", "HT-01,HT-10", "1栋,2栋", "3A,3B", "1-1,11", "HT01,HT-01", "张三,张四"})
    void anotherName(String one, String other) {
        assertThat(Names.key(one)).isNotEqualTo(Names.key(other));
    }

    @ParameterizedTest
    @DisplayName("INV-17 what nobody sees is no name")
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "\u3164",
                "\u2800",
                "\u115F\u1160",
                "\uFFA0",
                "\n\t",
                "\u202E",
                "\u00AD",
                "\uFE0F",
                "\u0000",
                "\u2028"
            })
    void unseen(String written) {
        assertThat(Names.isUnseen(written)).isTrue();
        assertThat(Names.isUnseen(written + "张")).isFalse();
        assertThat(Names.trimmed(written + "张 三" + written)).isEqualTo("张 三");
    }

    @Test
    @DisplayName("INV-17 capitals stay where a name is put together to be read")
    void plain() {
        assertThat(Names.plain(" ３ a 栋\u200B")).isEqualTo("3a栋");
        assertThat(Names.plain("Ａ区–０１")).isEqualTo("A区-01");
    }
}
