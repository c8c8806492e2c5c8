package org.anchang.inventory.opening;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.anchang.inventory.InventorySetting;
import org.anchang.kit.setting.Settings;

/// INV-13: the rules of a running day, which are the project's settings as it started: nobody changes them under way.
/// The order in which tickets are called is the draw's.
///
/// @param quota         units that a ticket buys at most
/// @param callSize      tickets that are called at a time
/// @param callMinutes   minutes that a called ticket has to appear
/// @param absenceRule   what becomes of one that does not
/// @param absencePlaces how far back it goes, where it goes back
@Embeddable
public record CallRules(
        @Column(name = "quota") int quota,
        @Column(name = "call_size") int callSize,
        @Column(name = "call_minutes") int callMinutes,

        @Column(name = "absence_rule") @Enumerated(EnumType.STRING)
        AbsenceRule absenceRule,

        @Column(name = "absence_places") int absencePlaces) {
    /// What becomes of a ticket whose holder does not appear when called.
    public enum AbsenceRule {
        /// Some places back in the queue.
        BACK,
        /// To the end of the queue.
        END,
        OUT
    }

    /// Whoever is absent a second time is out, whatever the rule.
    private static final int ABSENCES_AT_MOST = 1;

    /// What becomes of it.
    public sealed interface Outcome {
        /// Behind that many of those who wait, and behind whoever was put there before; at the end if there are fewer.
        record PlacesBack(int places) implements Outcome {}

        record ToTheEnd() implements Outcome {}

        record Dropped() implements Outcome {}
    }

    static CallRules of(Settings settings, String project) {
        return new CallRules(
                settings.integer(project, InventorySetting.TICKET_QUOTA),
                settings.integer(project, InventorySetting.CALL_SIZE),
                settings.integer(project, InventorySetting.CALL_MINUTES),
                AbsenceRule.valueOf(settings.text(project, InventorySetting.ABSENCE_RULE)),
                settings.integer(project, InventorySetting.ABSENCE_PLACES));
    }

    /// @param absences how often it was absent now, this time included
    public Outcome after(int absences) {
        if (absences > ABSENCES_AT_MOST) {
            return new Outcome.Dropped();
        }
        return switch (absenceRule) {
            case BACK -> new Outcome.PlacesBack(absencePlaces);
            case END -> new Outcome.ToTheEnd();
            case OUT -> new Outcome.Dropped();
        };
    }
}
