package org.anchang.customer.reception;

import org.anchang.events.CustomerEvent.ReceptionReason;

/// REC-10: the rule by which somebody received a visitor in their turn or for another. Which of them it is the package
/// `duty.turn` decides (`TurnPolicy`).
public enum ReceptionRule {
    /// REC-2
    NEW_VISITOR_ON_TURN(false),
    /// REC-3
    FIRST_CONSULTANT(false),
    /// REC-5
    INTRODUCERS_CONSULTANT(false),
    /// REC-4: a member of their family is this consultant's customer.
    FAMILYS_CONSULTANT(false),
    /// REC-3: the one on turn gets in touch with the consultant, who is out, and receives on their behalf.
    ERRAND_IN_TOUCH(true),
    /// REC-3: out of reach.
    TRIP_SUBSTITUTE(true),
    LEAVE_SUBSTITUTE(true),
    /// REC-3: not at work today, and nothing says why: can be reached.
    OFF_DUTY_IN_TOUCH(true),
    /// REC-3: the consultant is here and with another visitor.
    RECEIVING_IN_PLACE(true),
    /// CUS-3: received as new, and known to the office once the phone was.
    FOUND_TO_BE_ANOTHERS(true);

    private final boolean isForAnother;

    ReceptionRule(boolean isForAnother) {
        this.isForAnother = isForAnother;
    }

    /// Whether the visitor is another's customer than the receiver's.
    public boolean isForAnother() {
        return isForAnother;
    }

    /// While what keeps the consultant away.
    public static ReceptionRule during(ReceptionReason away) {
        return switch (away) {
            case OWNER_ON_ERRAND -> ERRAND_IN_TOUCH;
            case OWNER_ON_BUSINESS_TRIP -> TRIP_SUBSTITUTE;
            case OWNER_ON_LEAVE -> LEAVE_SUBSTITUTE;
            case OWN_CUSTOMER, NEW_VISITOR -> throw new IllegalArgumentException(away.name());
        };
    }
}
