package org.anchang.customer;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum CustomerAction implements ActionName {
    RECEIVE,
    FOLLOW_UP,
    HOLD_UNIT,
    REASSIGN,
    MERGE,
    CORRECT,
    ADD_PHONE,
    ADD_SOURCE,
    RETIRE_SOURCE,
    END,
    GIVE_POST,
    SET_SEAT,
    LEAVE,
    RESET_PASSWORD
}
