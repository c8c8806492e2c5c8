package org.anchang.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a unit moves, for its history.
public record Cause(
        @Nullable UUID hold, @Nullable UUID deal, @Nullable String reason) {
    public static Cause of(@Nullable String reason) {
        return new Cause(null, null, reason);
    }

    public static Cause ofHold(UUID hold, @Nullable String reason) {
        return new Cause(hold, null, reason);
    }
}
