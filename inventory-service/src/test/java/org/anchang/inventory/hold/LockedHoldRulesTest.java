package org.anchang.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LockedHoldRulesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T02:00:00Z");
    private static final UUID DEAL = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    @DisplayName("INV-5 a hold has ended once somebody ended it, or at the moment at which its time is over")
    void ends() {
        assertThat(new LockedHold(NOW, null, NOW.plusSeconds(1), null, NOW).unusable())
                .contains(InventoryRefusal.HOLD_HAS_ENDED);
        assertThat(new LockedHold(null, null, NOW, null, NOW).unusable()).contains(InventoryRefusal.HOLD_HAS_ENDED);
        assertThat(new LockedHold(null, null, NOW.plusMillis(1), null, NOW).unusable())
                .isEmpty();
    }

    @Test
    @DisplayName("INV-4 a claimed hold is its deal's alone, however late it is, until it is ended")
    void claimed() {
        var claimed = new LockedHold(null, DEAL, NOW.minusSeconds(60), null, NOW);

        assertThat(claimed.unusable()).contains(InventoryRefusal.HOLD_IS_CLAIMED);
        assertThat(claimed.unusableFor(UUID.randomUUID())).contains(InventoryRefusal.HOLD_IS_CLAIMED);
        assertThat(claimed.unusableFor(DEAL)).isEmpty();
        assertThat(new LockedHold(NOW, DEAL, NOW.plusSeconds(60), null, NOW).unusableFor(DEAL))
                .contains(InventoryRefusal.HOLD_HAS_ENDED);
    }

    @Test
    @DisplayName("INV-5 a pause is over by itself at its moment")
    void pauses() {
        assertThat(new LockedHold(null, null, NOW.plusSeconds(60), NOW.plusMillis(1), NOW).isPaused())
                .isTrue();
        assertThat(new LockedHold(null, null, NOW.plusSeconds(60), NOW, NOW).isPaused())
                .isFalse();
        assertThat(new LockedHold(null, null, NOW.plusSeconds(60), null, NOW).isPaused())
                .isFalse();
    }
}
