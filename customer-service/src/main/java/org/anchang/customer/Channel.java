package org.anchang.customer;

/// CUS-1: how a contact came about.
public enum Channel {
    PHONE_IN,
    WALK_IN,
    SOURCED,
    REFERRAL,
    PARTNER
}
