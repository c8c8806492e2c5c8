package org.anchang.reporting.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One making of the read models.
@Entity
public class Generation {
    @Id
    private int number;

    private String state;
    private String askedBy;
    private Instant begunAt;
    private @Nullable Instant currentAt;
    private long events;

    @SuppressWarnings("NullAway.Init")
    protected Generation() {}

    /// As operators see it.
    ///
    /// @param state  `BUILDING`, `CURRENT`, `LEAVING` while its rows are removed, `GONE`
    /// @param events that were read again for it
    public record Shown(
            int number,
            String state,
            String askedBy,
            Instant begunAt,
            @Nullable Instant currentAt,
            long events) {}

    Shown shown() {
        return new Shown(number, state, askedBy, begunAt, currentAt, events);
    }
}
