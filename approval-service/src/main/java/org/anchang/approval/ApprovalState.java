package org.anchang.approval;

/// Where an approval stands. Every state but the first is an end.
public enum ApprovalState {
    RUNNING,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
