package org.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalWordsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("every refusal is said in English and in Chinese, and nothing else is")
    void everyRefusalHasWords(String language) throws IOException {
        var words = new Properties();
        try (var file =
                Objects.requireNonNull(getClass().getResourceAsStream("/refusals_" + language + ".properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(InventoryRefusal.values()).map(Enum::name).toList());
    }
}
