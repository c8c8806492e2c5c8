package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.jspecify.annotations.Nullable;

/// INV-4, INV-5: how far a hold is, by the clock of the database, as a command finds it that has locked it.
///
/// @param expiresAt counts only while no deal has claimed the hold
/// @param now       when the row was locked
record LockedHold(
        @Nullable Instant endedAt,
        @Nullable UUID deal,
        Instant expiresAt,
        @Nullable Instant pausedUntil,
        Instant now) {
    /// Why nobody can use the hold who comes without a deal.
    Optional<InventoryRefusal> unusable() {
        return unusableFor(null);
    }

    /// @throws org.anchang.kit.problem.Refused HOLD_HAS_ENDED, HOLD_IS_CLAIMED
    void refuseUnusable() {
        refuseUnusableFor(null);
    }

    /// @throws org.anchang.kit.problem.Refused HOLD_HAS_ENDED, HOLD_IS_CLAIMED
    void refuseUnusableFor(@Nullable UUID claimant) {
        unusableFor(claimant).ifPresent(reason -> {
            throw refuse(reason);
        });
    }

    /// Why this deal cannot use the hold.
    Optional<InventoryRefusal> unusableFor(@Nullable UUID claimant) {
        if (isOver()) {
            return Optional.of(InventoryRefusal.HOLD_HAS_ENDED);
        }
        return deal != null && !deal.equals(claimant)
                ? Optional.of(InventoryRefusal.HOLD_IS_CLAIMED)
                : Optional.empty();
    }

    /// Nobody has ended it yet, or somebody has: it is the same.
    private boolean isOver() {
        return endedAt != null || deal == null && !expiresAt.isAfter(now);
    }

    boolean isPaused() {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }
}
