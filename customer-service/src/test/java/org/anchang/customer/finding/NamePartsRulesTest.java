package org.anchang.customer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsRulesTest {
    @ParameterizedTest
    @DisplayName("CUS-9 a name is found by its characters, its spelling and initials and their beginnings")
    @CsvSource({
        "张三丰, 张",
        "张三丰, 三",
        "张三丰, 张三",
        "张三丰, 三丰",
        "张三丰, 张三丰",
        "张三丰, z",
        "张三丰, zh",
        "张三丰, zhangsan",
        "张三丰, Zhang San",
        "张三丰, zs",
        "张三丰, ZSF",
        "张三丰, sanfeng",
        "张三丰, sf",
        "曾国藩, zeng",
        "单于明, chanyu",
        "单于明, cym",
        "吕布, lv",
        "吕布, lu",
        "欧阳修, ouyang",
        "欧阳修, xiu",
        "John Smith, john",
        "John Smith, js",
        "John Smith, smith",
        "买买提·吐尔逊, 吐尔逊"
    })
    void found(String name, String typed) {
        assertThat(NameParts.of(name)).containsAll(NameParts.sought(typed));
    }

    @ParameterizedTest
    @DisplayName("CUS-9 by what is not in a name it is not found")
    @CsvSource({"张三丰, 张丰", "张三丰, 李", "张三丰, zf", "张三丰, hang", "曾国藩, ceng", "王伟, 王伟明", "王伟, wwm"})
    void notFound(String name, String typed) {
        assertThat(NameParts.of(name).containsAll(NameParts.sought(typed))).isFalse();
    }
}
