package org.anchang.inventory.opening;

import static org.assertj.core.api.Assertions.assertThat;

import org.anchang.inventory.opening.CallRules.AbsenceRule;
import org.anchang.inventory.opening.CallRules.Outcome;
import org.anchang.inventory.opening.CallRules.Outcome.Dropped;
import org.anchang.inventory.opening.CallRules.Outcome.PlacesBack;
import org.anchang.inventory.opening.CallRules.Outcome.ToTheEnd;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AbsenceRulesTest {
    @Test
    @DisplayName("INV-13 who is absent once goes back, to the end, or out, as the project says; who is twice is out")
    void rules() {
        assertOutcomes(AbsenceRule.BACK, new PlacesBack(7));
        assertOutcomes(AbsenceRule.END, new ToTheEnd());
        assertOutcomes(AbsenceRule.OUT, new Dropped());
    }

    private static void assertOutcomes(AbsenceRule rule, Outcome first) {
        var rules = new CallRules(1, 10, 5, rule, 7);
        assertThat(rules.after(1)).isEqualTo(first);
        assertThat(rules.after(2)).isEqualTo(new Dropped());
        assertThat(rules.after(3)).isEqualTo(new Dropped());
    }
}
