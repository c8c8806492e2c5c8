package org.anchang.inventory.sale.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.sql.Json;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: a release on record: which units, on which permit, by whom, when.
///
/// @param permit    number of the pre-sale permit on which the units are sold
/// @param units     how many there are
/// @param opensAt   its moment, by the clock of the database; of one that was opened at once, when that was
/// @param openedBy  who opened it by hand; absent where its moment did
/// @param obstacles what was not valid at its moment
/// @param blockedAt since when it waits for that to be mended
/// @param corrected the last correction of its permit
/// @param person    who planned it
record Release(
        UUID id,
        String project,
        ReleaseState state,
        String permit,
        @Nullable String note,
        int units,
        Instant opensAt,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant blockedAt,
        @Json @Nullable List<Obstacle> obstacles,
        @Prefix("corrected") @Nullable PermitCorrection corrected,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnFor,
        String person,
        Instant at) {
    /// @param before the permit until then
    public record PermitCorrection(String before, String by, Instant at, String reason) {}

    /// It is planned, or blocked, and may yet open.
    boolean isAhead() {
        return switch (state) {
            case PLANNED, BLOCKED -> true;
            case OPEN, WITHDRAWN -> false;
        };
    }
}
