package org.anchang.inventory.sale.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Action;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: a release: which units, on which permit, by whom, when.
///
/// @param permit       number of the pre-sale permit on which the units are sold
/// @param units        how many there are
/// @param opensAt      its moment, by the clock of the database; of one that was opened at once, when that was
/// @param openedBy     who opened it by hand; absent where its moment did
/// @param obstacles    what keeps it from opening: of a planned one at its moment, as far as is known now; of a blocked
///                     one today; of any other what was not valid at its moment
/// @param blockedAt    since when it waits for that to be mended
/// @param corrected    the last correction of its permit
/// @param by           who planned it
public record Release(
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
        List<Obstacle> obstacles,
        @Nullable PermitCorrection corrected,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnFor,
        String by,
        Instant at,
        List<Action> actions) {
    /// @param before the permit until then
    public record PermitCorrection(String before, String by, Instant at, String reason) {}

    /// As it stands before it opens.
    Release with(List<Obstacle> standing, List<Action> possible) {
        return new Release(
                id,
                project,
                state,
                permit,
                note,
                units,
                opensAt,
                openedAt,
                openedBy,
                blockedAt,
                standing,
                corrected,
                withdrawnAt,
                withdrawnBy,
                withdrawnFor,
                by,
                at,
                possible);
    }

    boolean isPlanned() {
        return switch (state) {
            case PLANNED, BLOCKED -> true;
            case OPEN, WITHDRAWN -> false;
        };
    }
}
