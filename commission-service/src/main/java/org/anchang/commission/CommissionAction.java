package org.anchang.commission;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum CommissionAction implements ActionName {
    AGREE_TO_SHARE,
    DISPUTE,
    DECIDE_DISPUTE,
    PRINT
}
