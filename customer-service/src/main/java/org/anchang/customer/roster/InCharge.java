package org.anchang.customer.roster;

import java.time.Instant;

/// TRK-7: a feature that keeps something under somebody's name which that person has to see to. Nothing of it
/// stays with who is gone; what says what they did does.
public interface InCharge {
    /// Somebody loses a post.
    ///
    /// @param project      `*`: every one
    /// @param isConsultant whether it is the post of a consultant of the project that they lose
    /// @param isGone       whether they hold no other post there
    /// @param heir         who takes over: the successor, or whoever decides it
    record Departure(
            String project, String person, boolean isConsultant, boolean isGone, String heir, String by, Instant at) {}

    void handOver(Departure departure);
}
