package org.anchang.deal.rename;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.approved;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anchang.deal.ADeal;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RenameRulesTest {
    @Test
    @DisplayName("REN-1 a rename is possible until filing, and new buyers are not checked yet")
    void renameUntilFiling() {
        var contracted = aDeal().contracted().build();
        contracted.rename(List.of(ADeal.buyer("100.00", true)), approved(), NOW);
        assertThat(contracted.buyers()).hasSize(1).noneMatch(buyer -> buyer.isChecked());
        assertRefused(
                DealRefusal.BUYERS_NOT_CHECKED, () -> contracted.file(new Deal.Registration("BA-1", ADeal.TODAY), NOW));

        var filed = aDeal().filed().build();
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> filed.rename(List.of(ADeal.buyer("100.00", true)), approved(), NOW));
    }
}
