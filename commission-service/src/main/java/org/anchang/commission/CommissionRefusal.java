package org.anchang.commission;

import org.anchang.kit.problem.Refusal;

/// Every "no" of this service, in the order in which a command checks them.
public enum CommissionRefusal implements Refusal {
    PLAN_IS_NOT_LATER("COM-3", 409),
    PLAN_HAS_NO_LINES("COM-3", 422),
    PLAN_LINES_MEET_TWICE("COM-3", 422),
    PAYOUT_DOES_NOT_ADD_UP("COM-3", 422),
    COMMISSION_HAS_ENDED("COM-4", 409),
    COMMISSION_IS_DISPUTED("COM-5", 409),
    COMMISSION_IS_NOT_DISPUTED("COM-5", 409),
    PARTIES_DO_NOT_DECIDE("COM-7", 403),
    CONSULTANT_IS_NOT_KNOWN("COM-7", 422),
    ONLY_FIRST_CONSULTANT_AGREES("COM-2", 403),
    NOBODY_RECEIVED_FOR_YOU("COM-2", 422),
    SHARES_DO_NOT_ADD_UP("COM-2", 422);

    private final Meaning meaning;

    CommissionRefusal(String rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
