package org.anchang.approval;

/// What a person put on the form.
public enum Decision {
    /// The applicant's own word, given with the request.
    STATED,
    APPROVED,
    REFUSED,
    /// The applicant took the request back.
    WITHDRAWN
}
