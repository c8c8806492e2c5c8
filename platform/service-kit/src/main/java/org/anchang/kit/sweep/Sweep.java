package org.anchang.kit.sweep;

import java.time.Duration;

/// Something that has to be done when its moment has come, on whichever replica looks first; a bean of this type is
/// found by [Sweeps]. After an outage what was missed is due at once.
///
/// ```java
/// @ApplicationScoped
/// class ExpiringHolds implements Sweep {
///     public String nextDue() { return "SELECT min(expires_at) FROM hold WHERE ended_at IS NULL"; }
///
///     public void run() { … }
/// }
/// ```
public interface Sweep {
    /// SQL of one value, without parameters: the moment, by the clock of the database, at which the next of it is due;
    /// null while there is none. Asked each second: an index must know the answer.
    String nextDue();

    /// Does what is due, in transactions of its own, and leaves to other replicas what they are at. Never called again
    /// while it runs. What fails is due again.
    void run();

    /// For how long it rests after a run at least, whatever becomes due: longer where nobody waits for it, such as for
    /// the end of what is old.
    default Duration rest() {
        return Duration.ofSeconds(1);
    }
}
