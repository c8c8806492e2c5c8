package org.anchang.approval.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionRulesTest {
    @ParameterizedTest(name = "{0} with discountPercent {1}: {2}")
    @CsvSource({
        "discountPercent > 2,    2.00,  false",
        "discountPercent > 2,    2.01,  true",
        "discountPercent > 2,    10,    true",
        "discountPercent >= 2,   2.00,  true",
        "discountPercent < 2,    1.99,  true",
        "discountPercent < 2,    2,     false",
        "discountPercent <= 2,   2.0,   true",
        "discountPercent = 2,    2.00,  true",
        "discountPercent != 2,   2.00,  false",
        "discountPercent > 2,    much,  true"
    })
    @DisplayName("APR-1 a condition compares numbers as numbers")
    void numbers(String condition, String value, boolean holds) {
        assertThat(Condition.read(condition).holds(Map.of("discountPercent", value)::get))
                .isEqualTo(holds);
    }

    @Test
    @DisplayName("APR-1 all parts of a condition must hold; words are compared as they are")
    void allParts() {
        var condition = Condition.read("basis = LOAN_REFUSED and penalty < 10000");

        assertThat(condition.holds(Map.of("basis", "LOAN_REFUSED", "penalty", "9999.99")::get))
                .isTrue();
        assertThat(condition.holds(Map.of("basis", "LOAN_REFUSED", "penalty", "10000.00")::get))
                .isFalse();
        assertThat(condition.holds(Map.of("basis", "BUYER_FAULT", "penalty", "1.00")::get))
                .isFalse();
    }

    @Test
    @DisplayName("APR-1 a field that the form does not have makes the step needed")
    void missingField() {
        assertThat(Condition.read("discountPercent > 2").holds(_ -> null)).isTrue();
        assertThat(Condition.read("discountPercent > 2").holds(_ -> " ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "discountPercent",
                "discountPercent >",
                "> 2",
                "a > 2 and",
                "a > 2 or b > 3",
                "a == 2",
                "a > '2'",
                "a > ${execution}",
                "a.b > 2"
            })
    @DisplayName("APR-1 what is not a comparison of fields is refused, the engine's own language too")
    void notUnderstood(String text) {
        assertThatThrownBy(() -> Condition.read(text))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(ApprovalRefusal.CONDITION_NOT_UNDERSTOOD));
    }
}
