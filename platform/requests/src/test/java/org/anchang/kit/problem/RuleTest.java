package org.anchang.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.anchang.test.RuleBook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RuleTest {
    @Test
    @DisplayName("the rules are those that docs/rules.md lists, and good form")
    void rulesAreListed() {
        assertThat(EnumSet.complementOf(EnumSet.of(Rule.GOOD_FORM)))
                .extracting(Rule::id)
                .containsExactlyInAnyOrderElementsOf(RuleBook.rules());
    }
}
