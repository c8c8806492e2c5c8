package org.anchang.events;

import java.time.Instant;
import java.util.UUID;

/// A fact that one service tells the others. Never changed once published; a new version only adds optional
/// members. In JSON every event may say `by` whom it was done, beside its own members.
public interface Event {
    /// The aggregate whose gap-free stream holds this event; the key of the Kafka record.
    UUID aggregate();

    /// The project (sales office) in which it happened, by its code.
    String project();

    /// When it happened, by the clock of the office.
    Instant at();
}
