package org.anchang.inventory.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.unit.Pricing;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// A unit (房源) as it stands: where it is, what it costs, and who has it; a row of `unit_listing`.
///
/// @param liveHold    INV-4: who has it now; of an attached unit, who has its home
/// @param withheldFor INV-14: why it is off sale
/// @param opensAt     INV-8: when a planned release will put it on sale
public record Unit(
        UUID id,
        String project,
        UUID building,
        String buildingName,
        String section,
        String floor,
        String room,
        String label,
        String productType,
        @Nullable String layout,
        @Nullable String view,
        @Nullable UUID attachedTo,
        @Nullable Boolean attachedApart,
        UnitState state,
        Pricing pricing,
        @Nullable String openChange,
        @Prefix("hold") @Nullable LiveHold liveHold,
        @Nullable String withheldFor,
        @Nullable Instant opensAt) {
    /// INV-4: who has the unit now.
    ///
    /// @param deal the deal that claimed the hold; while there is none, the hold ends by itself
    public record LiveHold(
            UUID id,
            String consultant,
            UUID customer,
            Instant until,
            @Nullable UUID deal) {}
}
