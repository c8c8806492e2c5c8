package org.anchang.inventory.opening;

/// INV-13: what becomes of a ticket whose holder does not appear when called. Whoever is absent a second time is out,
/// whatever the rule.
public enum AbsenceRule {
    /// Some places back in the queue.
    BACK,
    /// To the end of the queue.
    END,
    OUT;

    private static final int ABSENCES_AT_MOST = 1;

    /// What becomes of it.
    public sealed interface Outcome {
        /// Behind that many of those who wait, and behind whoever was put there before; at the end if there are fewer.
        record PlacesBack(int places) implements Outcome {}

        record ToTheEnd() implements Outcome {}

        record Dropped() implements Outcome {}
    }

    /// @param absences how often it was absent now, this time included
    /// @param places   how far back a ticket goes
    public Outcome after(int absences, int places) {
        if (absences > ABSENCES_AT_MOST) {
            return new Outcome.Dropped();
        }
        return switch (this) {
            case BACK -> new Outcome.PlacesBack(places);
            case END -> new Outcome.ToTheEnd();
            case OUT -> new Outcome.Dropped();
        };
    }
}
