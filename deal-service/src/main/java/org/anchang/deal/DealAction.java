package org.anchang.deal;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum DealAction implements ActionName {
    CONFIRM_UNIT,
    TAKE_DEPOSIT,
    PAY,
    SIGN_CONTRACT,
    DRAW_ORDER_FORM,
    SIGN,
    CHECK_BUYER,
    SUBMIT_FILING,
    RECORD_ACCEPTANCE,
    RECORD_RETURN,
    CANCEL_FILING,
    HAND_IN_DOCUMENT,
    SUBMIT,
    RECORD_APPROVAL,
    RECORD_REFUSAL,
    RECORD_DISBURSEMENT,
    RECORD_CANCELLATION,
    REQUEST_SWAP,
    REQUEST_RENAME,
    REQUEST_DISCOUNT,
    REQUEST_LAYOUT_CHANGE,
    REQUEST_VOID,
    REQUEST_REFUND,
    WITHDRAW,
    WITHDRAW_CHANGE,
    LAPSE,
    PAY_OUT_REFUND,
    VOID,
    NAME_KEEPER,
    PRINT,
    PRINT_REPORT,
    PLAN_QUARTER
}
