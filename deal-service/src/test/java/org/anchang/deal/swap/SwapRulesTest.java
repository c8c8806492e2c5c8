package org.anchang.deal.swap;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.approved;
import static org.anchang.deal.ADeal.booked;
import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.anchang.deal.ADeal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DealStage;
import org.anchang.deal.Succession;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SwapRulesTest {
    private static final Money NEW_TOTAL = Money.of("800000.00");

    private final UUID successor = UUID.randomUUID();
    private final HeldUnit next = heldFor(successor);

    @Test
    @DisplayName("SWP-2 a swap is refused once the contract is signed")
    void refusedOnceSigned() {
        var deal = aDeal().contracted().build();

        assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> into(next).of(deal, approved(), NOW));
        assertThat(deal.stage()).isEqualTo(DealStage.CONTRACTED);
    }

    @Test
    @DisplayName("SWP-2 a ticket without money is not swapped")
    void refusedForTicket() {
        var deal = aDeal().confirmed().build();

        assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> into(next).of(deal, approved(), NOW));
    }

    @Test
    @DisplayName("SWP-3 the successor of a reserved deal is reserved and has its deposits")
    void fromReserved() {
        var deal = aDeal().reserved().build();

        var continued = into(next).of(deal, approved(), NOW);
        var swapped = Succession.end(deal, continued, approved(), booked("5000.00"), NOW);

        assertThat(continued.id()).isEqualTo(successor);
        assertThat(continued.stage()).isEqualTo(DealStage.RESERVED);
        assertThat(continued.deposits().taken()).isEqualTo(Money.of("5000.00"));
        assertThat(continued.agreed().total()).isEqualTo(NEW_TOTAL);
        assertThat(continued.predecessor()).isEqualTo(deal.id());
        assertThat(continued.isConfirmed()).isTrue();
        assertThat(deal.stage()).isEqualTo(DealStage.SWAPPED);
        assertThat(deal.successor()).isEqualTo(successor);
        assertThat(deal.deposits().taken()).isEqualTo(Money.ZERO);
        assertThat(swapped.full()).isFalse();
        assertThat(swapped.formerUnit()).isEqualTo(deal.unit());
        assertThat(swapped.unit()).isEqualTo(next.unit());
        assertThat(swapped.terms().total()).isEqualByComparingTo("800000.00");
    }

    @Test
    @DisplayName("SWP-3 the successor of a subscribed deal has its checked buyers, and an order form to be signed")
    void fromSubscribed() {
        var deal = aDeal().subscribed().checked().build();

        var continued = into(next).of(deal, approved(), NOW);
        var swapped = Succession.end(deal, continued, approved(), booked("50000.00"), NOW);

        assertThat(swapped.full()).isTrue();
        assertThat(continued.stage()).isEqualTo(DealStage.SUBSCRIBED);
        assertThat(continued.buyers()).hasSize(1).allMatch(buyer -> buyer.isChecked());
        assertThat(continued.agreed().orderForm()).isNull();
        assertRefused(DealRefusal.ORDER_FORM_NOT_SIGNED, continued::maySign);
    }

    @Test
    @DisplayName("SWP-3 the new unit must be held for the successor and for no other deal")
    void heldForSuccessor() {
        var deal = aDeal().reserved().build();

        assertRefused(DealRefusal.HOLD_IS_NOT_LIVE, () -> into(heldFor(UUID.randomUUID()))
                .of(deal, approved(), NOW));
        assertThat(deal.stage()).isEqualTo(DealStage.RESERVED);
    }

    @Test
    @DisplayName("SWP-3 a deal is swapped once")
    void once() {
        var deal = aDeal().reserved().build();
        Succession.end(deal, into(next).of(deal, approved(), NOW), approved(), booked("5000.00"), NOW);

        assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> into(next).of(deal, approved(), NOW));
    }

    private Succession into(HeldUnit unit) {
        return new Succession(successor, "T000002", unit, NEW_TOTAL);
    }

    private static HeldUnit heldFor(UUID deal) {
        var held = ADeal.held(UUID.randomUUID(), "BUILDING_AREA");
        return new HeldUnit(
                held.hold(),
                held.unit(),
                held.project(),
                held.label(),
                held.building(),
                held.productType(),
                held.layout(),
                held.area(),
                held.interiorArea(),
                held.areaKind(),
                held.priceBasis(),
                held.unitPrice(),
                held.listTotal(),
                held.customer(),
                held.consultant(),
                true,
                deal,
                held.floor(),
                held.attached());
    }
}
