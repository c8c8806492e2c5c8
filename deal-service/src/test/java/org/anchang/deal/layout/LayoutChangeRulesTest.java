package org.anchang.deal.layout;

import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.Refusing.assertRefused;

import org.anchang.deal.DealRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LayoutChangeRulesTest {
    @Test
    @DisplayName("LAY-1 a layout changes once money was taken, as long as the deal lives")
    void layoutOfALiveDeal() {
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> aDeal().confirmed().build().mayChangeLayout());
        aDeal().reserved().build().mayChangeLayout();
        aDeal().filed().build().mayChangeLayout();
    }
}
