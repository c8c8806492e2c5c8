package org.anchang.inventory.unit;

import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.seal.Place;
import org.jspecify.annotations.Nullable;

/// Why a unit moves, for its history.
///
/// @param reason a word, or what was written about the unit itself
/// @param words  CUS-6: what was written about a hold, sealed in its place
/// @param at when the move counts, where that is not the moment at which it is written
public record Cause(
        @Nullable UUID hold,
        @Nullable UUID deal,
        @Nullable String reason,
        @Nullable String words,
        @Nullable Instant at) {
    public Cause(@Nullable UUID hold, @Nullable UUID deal, @Nullable String reason) {
        this(hold, deal, reason, null, null);
    }

    public static Cause of(@Nullable String reason) {
        return new Cause(null, null, reason);
    }

    public static Cause ofHold(UUID hold) {
        return new Cause(hold, null, null);
    }

    /// @param words sealed
    public static Cause ofHold(UUID hold, @Nullable String reason, @Nullable String words) {
        return new Cause(hold, null, reason, words, null);
    }

    /// Where what people write about a hold is sealed.
    public static Place wordsOf(UUID hold) {
        return new Place("hold", "words", hold);
    }
}
