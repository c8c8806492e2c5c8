package org.anchang.inventory.sale.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.release.ReleasePolicy;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithholdingRulesTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("INV-14 only a unit that is on sale is taken off it")
    void takesOffSale(UnitState state) {
        if (state == UnitState.AVAILABLE) {
            assertThatCode(() -> ReleasePolicy.mayBeWithheld(state)).doesNotThrowAnyException();
        } else {
            assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, () -> ReleasePolicy.mayBeWithheld(state));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("INV-14, INV-6 only a withheld unit is offered again, in a building that lacks no certificate")
    void offersAgain(UnitState state) {
        assertRefused(
                InventoryRefusal.CERTIFICATES_INCOMPLETE,
                () -> ReleasePolicy.mayBeOfferedAgain(state, List.of(Certificate.PRE_SALE)));
        if (state == UnitState.WITHHELD) {
            assertThatCode(() -> ReleasePolicy.mayBeOfferedAgain(state, List.of()))
                    .doesNotThrowAnyException();
        } else {
            assertRefused(ReleasePolicy.UNIT_IS_NOT_WITHHELD, () -> ReleasePolicy.mayBeOfferedAgain(state, List.of()));
        }
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class).isThrownBy(what).satisfies(refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
