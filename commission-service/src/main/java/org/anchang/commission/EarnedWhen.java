package org.anchang.commission;

/// COM-3: the step of the deal at which a plan's commission is earned.
public enum EarnedWhen {
    SIGNED,
    FILED
}
