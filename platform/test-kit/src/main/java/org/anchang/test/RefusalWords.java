package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every service says its refusals in both languages; its `RefusalWordsTest` extends this and names them.
public abstract class RefusalWords extends OfficeWords {
    private final Set<String> codes = new TreeSet<>();

    /// @param passedOn codes of another service's refusals that this one hands to its own callers
    protected RefusalWords(Enum<?>[] refusals, String... passedOn) {
        codes.addAll(List.of(passedOn));
        and(refusals);
    }

    /// Those that a feature of the service keeps for itself.
    protected final void and(Enum<?>[] refusals) {
        Arrays.stream(refusals).map(Enum::name).forEach(codes::add);
    }

    /// What a project can set in this service.
    protected abstract Enum<?>[] settings();

    @Test
    @DisplayName("what a setting decides is said in Chinese too")
    void everySettingHasWords() throws IOException {
        assertThat(words("facts_zh").stringPropertyNames())
                .containsAll(Arrays.stream(settings())
                        .map(setting -> "setting." + setting.name())
                        .toList());
    }

    @Test
    @DisplayName("no refusal has the code of one that every service has: the words of the two would be one")
    void noRefusalIsTheKits() throws IOException {
        assertThat(words("kit_refusals_en").stringPropertyNames()).doesNotContainAnyElementsOf(codes);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("every refusal is said in English and in Chinese, and nothing else is")
    void everyRefusalHasWords(String language) throws IOException {
        var words = words("refusals_" + language);

        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    private Properties words(String bundle) throws IOException {
        var words = new Properties();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/" + bundle + ".properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
