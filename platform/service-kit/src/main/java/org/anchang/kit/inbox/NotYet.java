package org.anchang.kit.inbox;

/// Thrown by a [Reader] whose event rests on another aggregate's that was not read yet. Streams of different
/// aggregates come in any order: the event waits and is tried again until the other one is there, and never
/// becomes a dead letter for it.
public final class NotYet extends RuntimeException {
    /// @param awaited what is missing, with its id; never personal data
    public NotYet(String awaited) {
        super(awaited, null, false, false);
    }
}
