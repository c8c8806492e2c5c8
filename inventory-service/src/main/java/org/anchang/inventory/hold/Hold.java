package org.anchang.inventory.hold;

import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Pricing;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// INV-5: who has or had a unit, for whom, until when, and the price that was frozen, as it stood when it was read. The
/// database decides every change, see [HoldingUnits] and [TimingHolds].
///
/// @param heldAt      by the clock of the office
/// @param expiresAt   by the clock of the database; counts only while no deal has claimed the hold
/// @param pausedUntil while its clock stands still: when it goes on by itself, by the clock of the database
/// @param endWords    what was written about its end, sealed
/// @param hasTakenAlong INV-11: whether something goes with the home
/// @param floorTogether INV-12: the sum of the floor prices that it froze, of the home and of what is priced apart
record Hold(
        UUID id,
        UUID unit,
        String project,
        UUID customer,
        @Nullable String customerName,
        String consultant,
        Instant heldAt,
        Instant expiresAt,
        @Nullable Instant pausedUntil,
        @Nullable UUID deal,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable String endWords,
        boolean hasTakenAlong,
        @Nullable Money floorTogether,
        Pricing frozen) {
    /// What was written about its end, or a word for it.
    @Nullable
    String endReason(Sealing sealing) {
        return endWords == null ? endReason : sealing.open(endWords, Cause.wordsOf(id));
    }

    boolean isLive() {
        return endedAt == null;
    }
}
