package org.anchang.inventory;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum InventoryAction implements ActionName {
    IMPORT_PRICE_LIST,
    CREATE_BUILDING,
    ADJUST_PRICES,
    PLAN_OPENING_DAY,
    EDIT,
    RECORD_CERTIFICATE,
    REVOKE_CERTIFICATE,
    IMPORT,
    COMPARE,
    APPLY,
    RELEASE,
    OPEN_RELEASE,
    CORRECT_PERMIT,
    WITHDRAW_RELEASE,
    WITHHOLD,
    END_WITHHOLDING,
    HOLD,
    GIVE_BACK,
    EXTEND,
    PAUSE,
    RESUME,
    OPEN_DEAL,
    WAIT_IN_LINE,
    LEAVE,
    PASS,
    TICKETS,
    CHECK_IN,
    DRAW,
    NOTARY_ORDER,
    START,
    CALLS,
    PRESENCE,
    REINSTATEMENT,
    NAME_CUSTOMER,
    END,
    CALLING_OFF,
    WITHDRAW
}
