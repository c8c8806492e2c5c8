package org.anchang.deal;

import static org.anchang.deal.ADeal.TODAY;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LapseRulesTest {
    @Test
    @DisplayName("DEP-2 deposits are forfeited once their date is past, all of them; before it they are owed back")
    void forfeitedAfterItsDate() {
        var deal = aDeal().reserved().build();

        assertRefused(DealRefusal.DEADLINE_NOT_PAST, () -> deal.ending().mayLapse(true, TODAY.plusDays(7)));
        assertThat(deal.ending().mayLapse(true, TODAY.plusDays(8))).isEqualTo(Money.of("5000.00"));
        assertThat(deal.ending().mayLapse(false, TODAY)).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("DEP-2 SWP-3 no deal lapses while a change waits, nor once its contract is signed")
    void notWhileChanging() {
        var changing = aDeal().reserved().build();
        changing.openChange(UUID.randomUUID(), ChangeKind.RENAME);

        assertRefused(DealRefusal.CHANGE_ALREADY_OPEN, () -> changing.ending().mayLapse(false, TODAY));
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> aDeal().contracted().build().ending().mayLapse(false, TODAY));
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW, () -> aDeal().build().ending().mayLapse(false, TODAY));
    }
}
