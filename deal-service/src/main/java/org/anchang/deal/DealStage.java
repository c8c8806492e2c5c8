package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;

import org.anchang.kit.problem.Rule;

/// Where a deal stands, from the ticket to the filed contract, or how it ended.
public enum DealStage {
    /// 排号: a numbered interest in a held unit; no money yet
    QUEUED,
    /// 小定
    RESERVED,
    /// 大定
    SUBSCRIBED,
    /// 签约
    CONTRACTED,
    /// 备案: finally sold
    FILED,
    VOIDED,
    REFUNDED,
    /// Ended in favour of its successor on another unit
    SWAPPED,
    LAPSED;

    /// Whether money was taken and no contract is signed yet.
    public boolean isBeforeContract() {
        return this == RESERVED || this == SUBSCRIBED;
    }

    /// Whether the deal keeps its unit off sale.
    public boolean isLive() {
        return switch (this) {
            case QUEUED, RESERVED, SUBSCRIBED, CONTRACTED, FILED -> true;
            case VOIDED, REFUNDED, SWAPPED, LAPSED -> false;
        };
    }

    /// What is no move: done at some stages and not at others.
    ///
    /// @param rule the one that says so
    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW
    void allowIf(boolean allows, Rule rule) {
        if (!allows) {
            throw refuse(DealRefusal.STAGE_DOES_NOT_ALLOW)
                    .with("rule", rule.id())
                    .with("stage", name());
        }
    }
}
