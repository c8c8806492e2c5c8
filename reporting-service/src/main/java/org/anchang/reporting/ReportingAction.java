package org.anchang.reporting;

import org.anchang.kit.ActionName;

/// What answers of this service may offer to do next.
public enum ReportingAction implements ActionName {
    REBUILD
}
