package org.anchang.inventory.unit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a unit moves, for its history.
///
/// @param at when the move counts, where that is not the moment at which it is written
public record Cause(
        @Nullable UUID hold,
        @Nullable UUID deal,
        @Nullable String reason,
        @Nullable Instant at) {
    public Cause(@Nullable UUID hold, @Nullable UUID deal, @Nullable String reason) {
        this(hold, deal, reason, null);
    }

    public static Cause of(@Nullable String reason) {
        return new Cause(null, null, reason);
    }

    public static Cause ofHold(UUID hold, @Nullable String reason) {
        return new Cause(hold, null, reason);
    }
}
