package org.anchang.kit.clock;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The instant at which one request runs, where the caller may choose it.
/// Only looked up while running, so that the container would take it for unused.
@RequestScoped
@Unremovable
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
