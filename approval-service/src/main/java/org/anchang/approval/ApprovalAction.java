package org.anchang.approval;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum ApprovalAction implements ActionName {
    APPROVE,
    REFUSE,
    WITHDRAW,
    WRITE_NEXT_VERSION,
    CONFIRM
}
