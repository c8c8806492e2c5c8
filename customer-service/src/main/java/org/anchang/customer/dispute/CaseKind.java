package org.anchang.customer.dispute;

/// REC-6: what a case is about.
public enum CaseKind {
    /// The customer wishes another consultant.
    WISH,
    /// Two consultants say that the customer is theirs.
    DISPUTE,
    /// REC-9: a household of several consultants, one of whom has closed.
    HOUSEHOLD
}
