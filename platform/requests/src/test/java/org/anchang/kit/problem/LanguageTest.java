package org.anchang.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("the language is looked up as RFC 4647 says, the best liked first")
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | zh",
                "zh-CN | zh",
                "zh-cn | zh",
                "zh_CN | zh",
                "zh-Hans | zh",
                "zh-Hans-CN | zh",
                "zh-Hant-TW | zh",
                "zh-TW | zh",
                "zh-HK | zh",
                "zh-CN,zh;q=0.9,en;q=0.8 | zh",
                "en;q=0.5, zh-CN;q=0.9 | zh",
                "fr, zh-TW;q=0.7, en;q=0.3 | zh",
                "fr-CH, fr;q=0.9, zh;q=0.8, *;q=0.5 | zh",
                "en-GB,en;q=0.9,zh-CN;q=0.8 | en",
                "zh;q=0, en | en",
                "de | en",
                "* | en",
                "zh-CN;q=oops, zh-TW | zh",
                ";;; | en",
                "'' | en"
            })
    void lookedUp(String acceptLanguage, String language) {
        assertThat(Words.chosenBy(acceptLanguage)).isEqualTo(Locale.of(language));
    }

    @Test
    @DisplayName("who asks for no language is answered in English")
    void none() {
        assertThat(Words.chosenBy(null)).isEqualTo(Locale.ENGLISH);
    }
}
