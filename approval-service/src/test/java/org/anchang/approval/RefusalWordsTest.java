package org.anchang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.anchang.kit.problem.Words;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalWordsTest {
    private final Words words = new Words();

    @ParameterizedTest
    @EnumSource(ApprovalRefusal.class)
    @DisplayName("every refusal is said in English and in Chinese")
    void saidInBothLanguages(ApprovalRefusal refusal) {
        var english = words.of(refusal.name(), Map.of(), Locale.ENGLISH);
        var chinese = words.of(refusal.name(), Map.of(), Locale.CHINESE);

        assertThat(english).isNotEqualTo(refusal.name());
        assertThat(chinese).isNotEqualTo(refusal.name()).isNotEqualTo(english);
    }

    @Test
    @DisplayName("every refusal names its rule")
    void namesItsRule() {
        assertThat(Arrays.stream(ApprovalRefusal.values()).map(ApprovalRefusal::rule))
                .allMatch(rule -> rule.matches("APR-\\d"));
    }
}
