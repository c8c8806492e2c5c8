package org.anchang.kit.clock;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The instant at which one request runs, where the caller may choose it.
@RequestScoped
class SetClock {
    private @Nullable Instant instant;

    @Nullable
    Instant instant() {
        return instant;
    }

    void set(Instant chosen) {
        instant = chosen;
    }
}
