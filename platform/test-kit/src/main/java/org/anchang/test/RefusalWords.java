package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every service says its refusals in both languages; its `RefusalWordsTest` extends this and names them.
public abstract class RefusalWords {
    private final List<String> codes;

    /// @param passedOn codes of another service's refusals that this one hands to its own callers
    protected RefusalWords(Enum<?>[] refusals, String... passedOn) {
        codes = Stream.concat(Arrays.stream(refusals).map(Enum::name), Arrays.stream(passedOn))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("every refusal is said in English and in Chinese, and nothing else is")
    void everyRefusalHasWords(String language) throws IOException {
        var words = new Properties();
        try (var file =
                Objects.requireNonNull(getClass().getResourceAsStream("/refusals_" + language + ".properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }
}
