package org.anchang.inventory.opening;

import static org.assertj.core.api.Assertions.assertThat;

import org.anchang.inventory.opening.AbsenceRule.Outcome;
import org.anchang.inventory.opening.AbsenceRule.Outcome.Dropped;
import org.anchang.inventory.opening.AbsenceRule.Outcome.PlacesBack;
import org.anchang.inventory.opening.AbsenceRule.Outcome.ToTheEnd;
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
        assertThat(rule.after(1, 7)).isEqualTo(first);
        assertThat(rule.after(2, 7)).isEqualTo(new Dropped());
        assertThat(rule.after(3, 7)).isEqualTo(new Dropped());
    }
}
