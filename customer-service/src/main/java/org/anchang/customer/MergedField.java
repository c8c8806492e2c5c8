package org.anchang.customer;

/// CUS-3: what of two records of one person can differ, and be taken from the one that goes; `CHANNEL` with who brought
/// the customer. Notes are kept of both, phones and numbers too; owner and number stay.
public enum MergedField {
    NAME,
    GENDER,
    CHANNEL,
    INTENT_GRADE
}
