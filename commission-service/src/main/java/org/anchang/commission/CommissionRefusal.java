package org.anchang.commission;

import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Rule;

/// Every "no" of this service, in the order in which a command checks them.
public enum CommissionRefusal implements Refusal {
    PLAN_IS_NOT_LATER(Rule.COM_3, 409),
    PLAN_HAS_NO_LINES(Rule.COM_3, 422),
    PLAN_LINES_MEET_TWICE(Rule.COM_3, 422),
    PAYOUT_DOES_NOT_ADD_UP(Rule.COM_3, 422),
    COMMISSION_HAS_ENDED(Rule.COM_4, 409),
    COMMISSION_IS_DISPUTED(Rule.COM_5, 409),
    COMMISSION_IS_NOT_DISPUTED(Rule.COM_5, 409),
    PARTIES_DO_NOT_DECIDE(Rule.COM_7, 403),
    CONSULTANT_IS_NOT_KNOWN(Rule.COM_7, 422),
    ONLY_FIRST_CONSULTANT_AGREES(Rule.COM_2, 403),
    NOBODY_RECEIVED_FOR_YOU(Rule.COM_2, 422),
    SHARES_DO_NOT_ADD_UP(Rule.COM_2, 422);

    private final Meaning meaning;

    CommissionRefusal(Rule rule, int status) {
        meaning = new Meaning(rule, status);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
