package org.anchang.customer.tracking;

/// TRK-1: how somebody is in touch with a customer: by phone (电话), in the office (到访), by
/// message (短信、微信), by mail (信函),
/// at the customer's (上门).
public enum ContactWay {
    CALL,
    VISIT,
    MESSAGE,
    MAIL,
    HOME_VISIT,
    OTHER
}
