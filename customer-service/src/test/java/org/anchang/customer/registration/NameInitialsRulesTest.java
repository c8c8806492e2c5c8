package org.anchang.customer.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameInitialsRulesTest {
    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("CUS-2 the initials of a name's first two characters")
    @CsvSource({"张三,ZS", "李娜,LN", "王小二,WX", "欧阳娜娜,OY", "吕不韦,LB", "張偉,ZW", "鄂恩,EE", "沈阳,SY"})
    void firstTwoCharacters(String name, String initials) {
        assertThat(NameInitials.of(name)).isEqualTo(initials);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("CUS-2 a surname is read as a surname")
    @CsvSource({
        "曾国藩,ZG", "单雄信,SX", "單雄信,SX", "仇英,QY", "解缙,XJ", "区志强,OZ", "查良镛,ZL", "翟天,ZT", "乐毅,YY",
        "召平,SP", "缪荃,MQ", "覃伟,QW", "繁钦,PQ", "秘明,BM", "种师道,CS", "车晓,CX", "折可适,SK", "牟其中,MQ",
        "单于冒顿,CY", "尉迟恭,YC", "万俟卨,MQ", "长孙无忌,ZS", "任我行,RW", "朴树,PS", "重耳,CE"
    })
    void surnames(String name, String initials) {
        assertThat(NameInitials.of(name)).isEqualTo(initials);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("CUS-2 in a given name the same characters are read as usual")
    @CsvSource({"王单,WD", "李解,LJ"})
    void givenNames(String name, String initials) {
        assertThat(NameInitials.of(name)).isEqualTo(initials);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("CUS-2 one-character, non-Chinese and mixed names have two letters too")
    @CsvSource({
        "张,ZH",
        "鄂,EX",
        "John Smith,JS",
        "madonna,MA",
        "Émile Zola,EZ",
        "阿卜杜·热合曼,AB",
        "Tom 王,TW",
        "王Tom,WT",
        "Ö,OX",
        "１２３,XX",
        "Иван Петров,XX",
        "王先生,WX",
        "ＡＢ,AB"
    })
    void otherNames(String name, String initials) {
        assertThat(NameInitials.of(name)).isEqualTo(initials);
    }
}
