package org.anchang.deal;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anchang.kit.problem.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HappenedOnRulesTest {
    @Test
    @DisplayName("CON-6 a day on which something happened lies between what it follows and today")
    void happenedOn() {
        var signed = ADeal.TODAY.minusDays(2);

        happened(signed, signed).mustBePossible(Rule.CON_6);
        happened(ADeal.TODAY, signed).mustBePossible(Rule.CON_6);
        for (var day : List.of(signed.minusDays(1), ADeal.TODAY.plusDays(1))) {
            var refused = assertRefused(
                    DealRefusal.DATE_NOT_POSSIBLE, () -> happened(day, signed).mustBePossible(Rule.RFD_2));
            assertThat(refused.facts()).containsEntry("rule", "RFD-2");
        }
    }

    private static HappenedOn happened(LocalDate day, LocalDate notBefore) {
        return new HappenedOn(day, notBefore, ADeal.TODAY);
    }
}
