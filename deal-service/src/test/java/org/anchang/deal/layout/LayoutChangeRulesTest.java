package org.anchang.deal.layout;

import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.Refusing.assertRefused;

import java.math.BigDecimal;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.DealRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LayoutChangeRulesTest {
    @Test
    @DisplayName("LAY-1 a layout changes once money was taken, as long as the deal lives")
    void layoutOfALiveDeal() {
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> aDeal().confirmed().build().mayChange(ChangeKind.LAYOUT_CHANGE));
        aDeal().reserved().build().mayChange(ChangeKind.LAYOUT_CHANGE);
        aDeal().filed().build().mayChange(ChangeKind.LAYOUT_CHANGE);
    }

    @Test
    @DisplayName("LAY-1 the interior lies within the building area, also where only one of them changes")
    void areas() {
        var home = aDeal().reserved().build().home();

        home.mustHold(null, null);
        home.mustHold(new BigDecimal("80.00"), null);
        home.mustHold(new BigDecimal("101.00"), new BigDecimal("101.00"));
        assertRefused(
                DealRefusal.AREA_NOT_POSSIBLE, () -> home.mustHold(new BigDecimal("101.00"), new BigDecimal("150.00")));
        assertRefused(DealRefusal.AREA_NOT_POSSIBLE, () -> home.mustHold(null, new BigDecimal("100.01")));
        assertRefused(DealRefusal.AREA_NOT_POSSIBLE, () -> home.mustHold(new BigDecimal("79.99"), null));
    }
}
