package org.anchang.customer;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum CustomerAction implements ActionName {
    RECEIVE,
    FOLLOW_UP,
    PLAN_FOLLOW_UP,
    CLAIM,
    GIVE_UP,
    CONFIRM,
    RETURN,
    REMIND,
    REVIEW,
    HAND_OVER,
    HOLD_UNIT,
    REASSIGN,
    MERGE,
    CORRECT,
    ADD_PHONE,
    END,
    GIVE_POST,
    SET_SEAT,
    LEAVE,
    RESET_PASSWORD,
    MAKE_CUSTOMER,
    CALL_BACK,
    READ,
    REMOVE,
    ANSWER,
    RATE,
    HAND_OVER,
    FINISH,
    RECORD_BIRTHDAY,
    MARK_VIP,
    PLAN_REVISIT,
    NAME_INTRODUCER
}
