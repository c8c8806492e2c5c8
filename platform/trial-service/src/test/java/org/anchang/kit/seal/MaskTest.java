package org.anchang.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    @ParameterizedTest
    @DisplayName("CUS-6 a name shows its surname, one of another language its first letter")
    @CsvSource({
        "张三, 张**",
        "王小明, 王**",
        "欧阳修, 欧阳****",
        "欧阳, 欧**",
        "司马相如, 司马****",
        "爱新觉罗溥仪, 爱新觉罗********",
        "买买提·吐尔逊, 买******",
        "张, **",
        "𠮷㛃, 𠮷**",
        "John Smith, J*********",
        "Li, L**",
        "'  李娜 ', 李**"
    })
    void names(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @DisplayName("CUS-6 a number shows its end: of 18 the province too, of any other at most four characters")
    @CsvSource({
        "410303199001011234, 41************1234",
        "41030319900101123X, 41************123X",
        "410303900101123, ***********1123",
        "13903790001, ********001",
        "12345678, ******78",
        "E12345678, ******678",
        "HK1234567890123456789012, ********************9012",
        "12, **",
        "1, *"
    })
    void numbers(String number, String masked) {
        assertThat(Mask.number(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @DisplayName("CUS-6 never more than a third is shown, and no character cut in two")
    @ValueSource(
            strings = {
                "",
                "a",
                "张三",
                "欧阳锋",
                "𠮷𠮷",
                "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
                "John Smith",
                "+86 139 0379 0001",
                "12345678",
                "410303199001011234"
            })
    void aThird(String open) {
        for (var masked : new String[] {Mask.name(open), Mask.number(open)}) {
            var stars = masked.chars().filter(each -> each == '*').count();
            var shown = Pattern.compile("\\X")
                    .matcher(masked.replace("*", ""))
                    .results()
                    .count();
            assertThat(2 * shown).isLessThanOrEqualTo(stars);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(masked)).isTrue();
        }
    }
}
