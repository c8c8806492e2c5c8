package org.anchang.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.anchang.test.RuleBook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KitRefusalTest {
    @Test
    @DisplayName("the kit's refusals name rules that docs/rules.md lists")
    void rulesAreListed() {
        assertThat(Arrays.stream(KitRefusal.values()).map(KitRefusal::rule).filter(rule -> !rule.equals("-")))
                .isNotEmpty()
                .isSubsetOf(RuleBook.rules());
    }
}
