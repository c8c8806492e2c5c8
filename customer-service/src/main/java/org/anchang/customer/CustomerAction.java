package org.anchang.customer;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum CustomerAction implements ActionName {
    RECEIVE,
    FOLLOW_UP,
    HOLD_UNIT,
    REASSIGN,
    MERGE,
    END,
    OPEN_DAY,
    SIGN_IN,
    SIGN_OUT,
    GO_OUT,
    COME_BACK,
    PASS,
    REGISTER,
    GET_IN_TOUCH,
    ASSIGN,
    DEPART,
    GIVE_POST,
    SET_SEAT,
    LEAVE,
    RESET_PASSWORD
}
