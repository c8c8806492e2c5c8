package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every service says its refusals in both languages, and by which rule of the list; its `RefusalWordsTest` extends
/// this and names them.
public abstract class RefusalWords extends OfficeWords {
    /// What keeps good form only, and no rule.
    private static final String NO_RULE = "-";

    private final Set<String> codes = new TreeSet<>();
    private final Map<String, String> rules = new LinkedHashMap<>();

    /// @param rule     of a refusal
    /// @param passedOn codes of another service's refusals that this one hands to its own callers
    protected <R extends Enum<R>> RefusalWords(R[] refusals, Function<R, String> rule, String... passedOn) {
        codes.addAll(List.of(passedOn));
        and(refusals, rule);
    }

    /// Those that a feature of the service keeps for itself.
    protected final <R extends Enum<R>> void and(R[] refusals, Function<R, String> rule) {
        Arrays.stream(refusals).forEach(refusal -> {
            codes.add(refusal.name());
            rules.put(refusal.name(), rule.apply(refusal));
        });
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
    @DisplayName("every refusal names a rule that docs/rules.md lists, or none")
    void everyRefusalNamesARule() {
        var listed = RuleBook.rules();

        assertThat(rules).allSatisfy((refusal, rule) -> assertThat(rule)
                .as(refusal)
                .matches(named -> named.equals(NO_RULE) || listed.contains(named), "is listed in docs/rules.md"));
    }

    @Test
    @DisplayName("no refusal has the code of one that every service has: the words of the two would be one")
    void noRefusalIsTheKits() throws IOException {
        assertThat(words("kit_refusals_en").stringPropertyNames()).doesNotContainAnyElementsOf(rules.keySet());
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
