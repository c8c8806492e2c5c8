package org.anchang.deal;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.TODAY;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.booked;
import static org.anchang.deal.ADeal.buyer;
import static org.anchang.deal.ADeal.offer;
import static org.anchang.deal.ADeal.offerUntil;
import static org.anchang.deal.ADeal.small;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.deal.DepositOffer.DepositKind;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DealRulesTest {
    @Test
    @DisplayName("DEP-1 no money before the site manager has confirmed the unit")
    void noMoneyUnconfirmed() {
        var ticket = aDeal();

        assertRefused(DealRefusal.UNIT_NOT_CONFIRMED, () -> ticket.build()
                .mayTake(small("5000.00"))
                .takeFirst(ticket.claimed(), booked("5000.00"), null, NOW));
        assertThat(ticket.build().stage()).isEqualTo(DealStage.QUEUED);
    }

    @Test
    @DisplayName("DEP-1 the unit is confirmed on the deal's own live hold, once")
    void confirmedOnce() {
        var ticket = aDeal();

        assertRefused(DealRefusal.HOLD_IS_NOT_LIVE, () -> ticket.build()
                .confirmUnit(ADeal.held(UUID.randomUUID(), "BUILDING_AREA"), "zhao.min", NOW));
        ticket.confirmed();
        assertRefused(DealRefusal.UNIT_ALREADY_CONFIRMED, ticket::confirmed);
    }

    @Test
    @DisplayName("DEP-1 DEP-2 a small deposit reserves until its top-up date, a top-up subscribes until signing")
    void reserveThenSubscribe() {
        var reserved = aDeal().reserved();
        assertThat(reserved.build().stage()).isEqualTo(DealStage.RESERVED);
        assertThat(reserved.build().dueOn()).isEqualTo(TODAY.plusDays(7));

        var taken = reserved.build()
                .mayTake(offer(DepositKind.TOP_UP, "45000.00"))
                .topUp(reserved.certified(), booked("45000.00"), NOW);

        assertThat(taken.full()).isTrue();
        assertThat(reserved.build().stage()).isEqualTo(DealStage.SUBSCRIBED);
        assertThat(reserved.build().deposits().taken()).isEqualTo(Money.of("50000.00"));
    }

    @Test
    @DisplayName("INV-6 more deposit is taken only while the certificates of all units of the deal are valid")
    void topUpNeedsCertificates() {
        var reserved = aDeal().reserved();
        var others = new CertifiedUnits(Set.of(UUID.randomUUID()));

        assertRefused(DealRefusal.CERTIFICATES_INCOMPLETE, () -> reserved.build()
                .mayTake(offer(DepositKind.TOP_UP, "45000.00"))
                .topUp(others, booked("45000.00"), NOW));

        assertThat(reserved.build().deposits().taken()).isEqualTo(Money.of("5000.00"));
    }

    @Test
    @DisplayName("DEP-3 no contract on less than the order form's deposit; the rest is topped up, its dates stay")
    void depositOfTheForm() {
        var ready = aDeal().subscribed().checked().agreed("120000.00");
        var deal = ready.build();

        var refused = assertRefused(DealRefusal.DEPOSIT_BELOW_ORDER_FORM, deal::maySign);
        assertThat(refused.facts())
                .containsEntry("agreed", Money.of("120000.00"))
                .containsEntry("taken", Money.of("50000.00"));
        deal.mayTake(offer(DepositKind.TOP_UP, "69999.99")).topUp(ready.certified(), booked("69999.99"), NOW);
        assertRefused(DealRefusal.DEPOSIT_BELOW_ORDER_FORM, deal::maySign);
        var last = deal.mayTake(offer(DepositKind.TOP_UP, "0.01")).topUp(ready.certified(), booked("0.01"), NOW);

        deal.maySign();
        assertThat(last.full()).isTrue();
        assertThat(deal.stage()).isEqualTo(DealStage.SUBSCRIBED);
        assertThat(deal.deposits().signBy()).isEqualTo(TODAY.plusDays(10));
        assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> deal.mayTake(offer(DepositKind.TOP_UP, "1.00")));
    }

    @Test
    @DisplayName("DEP-2 a full deposit subscribes at once; a top-up without a small deposit is refused")
    void fullAtOnce() {
        var ticket = aDeal().confirmed();

        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW, () -> ticket.build().mayTake(offer(DepositKind.TOP_UP, "45000.00")));
        ticket.build()
                .mayTake(offer(DepositKind.FULL, "50000.00"))
                .takeFirst(ticket.claimed(), booked("50000.00"), null, NOW);

        assertThat(ticket.build().stage()).isEqualTo(DealStage.SUBSCRIBED);
    }

    @Test
    @DisplayName("DEP-2 the date lies between today and the project's limit")
    void dateWithinLimit() {
        var deal = aDeal().confirmed().build();

        deal.mayTake(offerUntil(DepositKind.SMALL, "1.00", TODAY));
        deal.mayTake(offerUntil(DepositKind.SMALL, "1.00", TODAY.plusDays(15)));
        assertRefused(
                DealRefusal.DATE_IS_PAST,
                () -> deal.mayTake(offerUntil(DepositKind.SMALL, "1.00", TODAY.minusDays(1))));
        assertRefused(
                DealRefusal.DATE_BEYOND_LIMIT,
                () -> deal.mayTake(offerUntil(DepositKind.SMALL, "1.00", TODAY.plusDays(16))));
    }

    @Test
    @DisplayName("DEP-2 past its date a deal is overdue and goes on until a person decides")
    void overdueGoesOn() {
        var deal = aDeal().reserved().build();

        assertThat(deal.isOverdue(TODAY.plusDays(7))).isFalse();
        assertThat(deal.isOverdue(TODAY.plusDays(8))).isTrue();
        assertThat(deal.stage()).isEqualTo(DealStage.RESERVED);
    }

    @Test
    @DisplayName("DEP-4 all deposits together are at most 20 % of the price, to the cent")
    void capOfDeposits() {
        var deal = aDeal().reserved().build();

        deal.mayTake(offer(DepositKind.TOP_UP, "195000.00"));
        var refused = assertRefused(
                DealRefusal.DEPOSIT_ABOVE_CAP, () -> deal.mayTake(offer(DepositKind.TOP_UP, "195000.01")));

        assertThat(refused.facts()).containsEntry("cap", Money.of("200000.00"));
    }

    @Test
    @DisplayName("DEP-5 an amount of money is above zero")
    void amountAboveZero() {
        var deal = aDeal().confirmed().build();

        assertRefused(DealRefusal.AMOUNT_IS_NOT_POSITIVE, () -> deal.mayTake(small("0.00")));
        assertRefused(DealRefusal.AMOUNT_IS_NOT_POSITIVE, () -> deal.mayTake(small("-1.00")));
    }

    @Test
    @DisplayName("DEP-3 the buyers' shares add up to the whole, and one of them is the main buyer")
    void sharesAddUp() {
        var deal = aDeal().build();

        assertRefused(DealRefusal.SHARES_DO_NOT_ADD_UP, () -> deal.nameBuyers(List.of(buyer("99.99", true)), NOW));
        assertRefused(
                DealRefusal.NOT_ONE_MAIN_BUYER,
                () -> deal.nameBuyers(List.of(buyer("50.00", true), buyer("50.00", true)), NOW));
        deal.nameBuyers(List.of(buyer("66.67", true), buyer("33.33", false)), NOW);
        deal.nameBuyers(List.of(buyer("100.00", true)), NOW);

        assertThat(deal.buyers()).hasSize(1);
    }

    @Test
    @DisplayName("CON-1 nothing is signed before the order form, and before every buyer is checked")
    void checksBeforeSigning() {
        var deal = aDeal().subscribed();
        assertRefused(DealRefusal.ORDER_FORM_NOT_SIGNED, () -> deal.build().maySign());
        deal.agreed();
        assertRefused(DealRefusal.BUYERS_NOT_CHECKED, () -> deal.build().maySign());

        deal.checked();

        deal.build().maySign();
    }

    @Test
    @DisplayName("CON-1 a check needs the original; a proxy needs a power of attorney")
    void proxyNeedsPowerOfAttorney() {
        var deal = aDeal().subscribed().agreed().build();
        var buyer = deal.buyers().getFirst();

        assertRefused(DealRefusal.IDENTITY_NOT_CHECKED, () -> check(deal, new Buyer.Check(false, "none", null)));
        for (var paper : new String[] {null, " "}) {
            var proxy = new Buyer.Proxy("李四", paper, false);
            assertRefused(
                    DealRefusal.PROXY_WITHOUT_POWER_OF_ATTORNEY,
                    () -> check(deal, new Buyer.Check(true, "local", proxy)));
        }
        assertThat(buyer.isChecked()).isFalse();
        check(deal, new Buyer.Check(true, "local", new Buyer.Proxy("李四", "POA-7", true)));

        assertThat(buyer.isChecked()).isTrue();
    }

    @Test
    @DisplayName("CON-2 signing offsets the deposits and tells the terms")
    void signing() {
        var ready = aDeal().subscribed().checked();
        var deal = ready.build();

        var signed = deal.maySign(ready.certified()).sign(ADeal.paper(), booked("50000.00"), NOW);

        assertThat(deal.stage()).isEqualTo(DealStage.CONTRACTED);
        assertThat(deal.deposits().taken()).isEqualTo(Money.ZERO);
        assertThat(signed.terms().total()).isEqualByComparingTo("980000.00");
    }

    @Test
    @DisplayName("CON-1 the certificates of another unit's building do not count")
    void certificatesOfThisUnit() {
        var deal = aDeal().subscribed().checked().build();

        var another = new CertifiedUnits(Set.of(UUID.randomUUID()));
        assertRefused(DealRefusal.CERTIFICATES_INCOMPLETE, () -> deal.maySign(another));
    }

    @Test
    @DisplayName("COL-1 money of the price comes in only after signing")
    void paymentsAfterSigning() {
        assertRefused(
                DealRefusal.STAGE_DOES_NOT_ALLOW,
                () -> aDeal().subscribed().build().mayReceive());
        aDeal().contracted().build().mayReceive();
        aDeal().filed().build().mayReceive();
    }

    @Test
    @DisplayName("CON-6 only a filed deal is finally sold, and it is filed once")
    void filedOnce() {
        var deal = aDeal().filed().build();

        assertThat(deal.stage()).isEqualTo(DealStage.FILED);
        assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> deal.file(new Deal.Registration("BA-2", TODAY), NOW));
    }

    @Test
    @DisplayName("SWP-3 while a change waits for signatures nothing else of consequence is done")
    void openChangeLocks() {
        var deal = aDeal().subscribed().checked().build();
        var request = UUID.randomUUID();
        deal.openChange(request, ChangeKind.SWAP);

        assertRefused(DealRefusal.CHANGE_ALREADY_OPEN, () -> deal.openChange(UUID.randomUUID(), ChangeKind.REFUND));
        assertRefused(DealRefusal.CHANGE_ALREADY_OPEN, deal::maySign);
        assertRefused(DealRefusal.CHANGE_ALREADY_OPEN, () -> deal.ending()
                .lapse("no word", Money.ZERO, booked("50000.00"), NOW));
        assertRefused(DealRefusal.CHANGE_IS_NOT_OPEN, () -> deal.closeChange(UUID.randomUUID()));
        deal.closeChange(request);

        deal.maySign();
    }

    @Test
    @DisplayName("DEP-2 a ticket without money is returned; one with money lapses")
    void returnedOrLapsed() {
        var ticket = aDeal().build();
        ticket.returnTicket("HOLD_EXPIRED", NOW);
        assertThat(ticket.stage()).isEqualTo(DealStage.LAPSED);

        var reserved = aDeal().reserved().build();
        assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> reserved.returnTicket("HOLD_EXPIRED", NOW));
        var lapsed = reserved.ending().lapse("no word", Money.of("5000.00"), booked("0.00"), NOW);

        assertThat(lapsed.forfeited()).isEqualByComparingTo("5000.00");
        assertThat(reserved.stage()).isEqualTo(DealStage.LAPSED);
    }

    private static void check(Deal deal, Buyer.Check seen) {
        deal.checkBuyer(deal.buyers().getFirst(), seen, ADeal.sealing(), NOW, "li.na");
    }
}
