package org.anchang.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalWordsTest {
    /// Words for what inventory refuses and this service passes on.
    private static final Set<String> PASSED_ON =
            Set.of("HOLD_HAS_ENDED", "HOLD_IS_CLAIMED", "CLAIM_TOO_LATE", "UNIT_NOT_AVAILABLE");

    @ParameterizedTest(name = "every refusal has its words, and no words are left over: {0}")
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("every refusal has its words in both languages")
    void everyRefusalHasWords(String language) {
        var bundle = ResourceBundle.getBundle("refusals", Locale.of(language));

        var expected = Arrays.stream(DealRefusal.values()).map(Enum::name).collect(java.util.stream.Collectors.toSet());
        expected.addAll(PASSED_ON);
        assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected)
                .allSatisfy(code -> assertThat(bundle.getString(code)).isNotBlank());
    }
}
