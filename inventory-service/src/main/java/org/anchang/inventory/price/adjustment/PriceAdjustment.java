package org.anchang.inventory.price.adjustment;

import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.anchang.kit.sql.Json;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// INV-2: an adjustment of prices, from its preview on.
///
/// @param effectiveAt when it takes effect, by the clock of the database; null for at once
record PriceAdjustment(
        UUID id,
        String project,
        AdjustmentState state,
        @Json UnitSelection selection,
        @Json PriceRule rule,
        @Nullable Instant effectiveAt,
        Counts counts,
        Money before,
        Money after,
        String previewedBy,
        Instant previewedAt,
        @Prefix("decided") @Nullable Decision decision,
        @Nullable Instant appliedAt,
        @Prefix("withdrawn") @Nullable Decision withdrawal) {
    enum AdjustmentState {
        PREVIEWED,
        /// Decided, and waits for its moment.
        PLANNED,
        /// Takes effect, some hundred units at a time.
        IN_PROGRESS,
        APPLIED,
        WITHDRAWN,
        /// Nobody decided in time.
        LAPSED
    }

    /// @param units      whose price changes
    /// @param leftOut    chosen, and not among these
    /// @param belowFloor among these: INV-12, so that it cannot be applied
    record Counts(int units, int leftOut, int belowFloor) {}

    /// Who, when and why.
    public record Decision(String by, Instant at, String reason) {}
}
