package org.anchang.deal.refund;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.approved;
import static org.anchang.deal.ADeal.booked;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.anchang.deal.ADeal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealStage;
import org.anchang.deal.Ending;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefundRulesTest {
    @Test
    @DisplayName(
            "RFD-2 a refund says what was received, kept and owed; a filed deal has one too, once its filing is cancelled")
    void refundSaysWhatIsOwed() {
        var settlement =
                new Ending.Settlement("AGREED_PENALTY", Money.of("50000.00"), Money.of("10000.00"), ADeal.TODAY);
        var deal = aDeal().contracted().build();

        var refunded = deal.ending().refund(settlement, approved(), booked("40000.00"), NOW);

        assertThat(refunded.penalty().add(refunded.payable())).isEqualByComparingTo(refunded.received());
        assertThat(deal.stage()).isEqualTo(DealStage.REFUNDED);
        var filed = aDeal().filed().build();
        assertThat(filed.ending()
                        .refund(settlement, approved(), booked("40000.00"), NOW)
                        .payable())
                .isEqualByComparingTo("40000.00");
    }

    @Test
    @DisplayName("RFD-1 what is owed back leaves on the day that finance set, or before it for a reason")
    void payoutOnItsDate() {
        var deal = aDeal().contracted().build();
        var on = ADeal.TODAY.plusDays(3);
        deal.ending()
                .refund(
                        new Ending.Settlement("AGREED_PENALTY", Money.of("50000.00"), Money.of("10000.00"), on),
                        approved(),
                        booked("40000.00"),
                        NOW);

        assertThat(deal.progress().payoutOn()).isEqualTo(on);
        for (var noReason : new String[] {null, " "}) {
            assertRefused(
                    DealRefusal.PAYOUT_BEFORE_ITS_DATE, () -> deal.progress().mayPayOut(on.minusDays(1), noReason));
        }
        deal.progress().mayPayOut(on.minusDays(1), "the buyer moves abroad");
        deal.progress().mayPayOut(on, null);
    }
}
