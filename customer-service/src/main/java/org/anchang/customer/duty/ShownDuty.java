package org.anchang.customer.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.household.HouseholdOwner;
import org.anchang.customer.rota.HalfDay;
import org.anchang.kit.Action;
import org.jspecify.annotations.Nullable;

/// REC-9, REC-10: the board of a day.
///
/// @param version       how many events the queue has behind it
/// @param onTurn        who receives the next new visitor
/// @param next          who comes after them
/// @param people        from the left, who is not here among them
/// @param half          of the day at the desk
/// @param desk          REC-8: who stands at it now, by the rota
/// @param receiving     who receives whom since when, and who waits
/// @param householdOwner REC-9: whose a household is of which several came
public record ShownDuty(
        String project,
        LocalDate day,
        DutyStage stage,
        int version,
        boolean returningUsesTurn,
        boolean missedIsMadeUp,
        HouseholdOwner householdOwner,
        @Nullable String onTurn,
        List<String> next,
        List<OnDuty> people,
        HalfDay half,
        List<String> desk,
        List<ShownReception> receiving,
        int received,
        int persons,
        List<Action> actions) {
    public enum DutyStage {
        NOT_OPEN,
        OPEN,
        ENDED
    }

    public enum DutyState {
        ON_DUTY,
        RECEIVING,
        ERRAND,
        BUSINESS_TRIP,
        LEAVE,
        /// Not signed in, or signed out.
        OFF
    }

    /// @param until     when who is out is expected back
    /// @param reception whom they receive
    /// @param isAtDesk  REC-8
    /// @param owed      turns to be made up; below zero, turns that were had before they came
    /// @param turns     that they have had today
    public record OnDuty(
            String person,
            DutyState state,
            boolean isLate,
            boolean isAtDesk,
            @Nullable Instant until,
            @Nullable UUID reception,
            int owed,
            int turns) {}
}
