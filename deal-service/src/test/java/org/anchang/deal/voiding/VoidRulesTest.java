package org.anchang.deal.voiding;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.approved;
import static org.anchang.deal.ADeal.booked;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.anchang.deal.DealRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VoidRulesTest {
    @Test
    @DisplayName("DEP-6 an order form is voided before the contract only")
    void voidBeforeContract() {
        var deal = aDeal().subscribed().build();
        assertThat(deal.ending()
                        .voidFor("wrong unit", approved(), booked("50000.00"), NOW)
                        .payable())
                .isEqualByComparingTo("50000.00");

        var contracted = aDeal().contracted().build();
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> contracted.ending().voidFor("wrong unit", approved(), booked("0.00"), NOW));
    }
}
